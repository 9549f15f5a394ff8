import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { join } from 'node:path';
import type { EntityTarget } from 'typeorm';
import { AccessModule, AccountRow, ActivationCodeRow, RoleGrantRow, SessionRow } from './access/index.js';
import { AuditModule } from './audit/audit.module.js';
import { Config } from './config.js';
import { DatabaseModule } from './db/database.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule, type JobsOptions } from './jobs/jobs.module.js';
import { Clock } from './kernel/clock.js';
import { DiskStorage, Storage } from './storage/storage.js';

/** The row classes of every feature: what TypeORM maps, and what the drift test compares with the migrations. */
export const rows: EntityTarget<object>[] = [AccountRow, RoleGrantRow, ActivationCodeRow, SessionRow];

/** The features, in the order of who may use whom (borders.cjs). */
const features = [AccessModule];

export interface AppOptions {
  readonly config: Config;
  /** Where Postgres is: the configured one or the embedded one. */
  readonly databaseUrl: string;
  readonly jobs: Omit<JobsOptions, 'redisUrl'>;
  readonly clock?: Clock;
}

@Global()
@Module({})
class SurroundingsModule {
  static with({ config, clock }: AppOptions): DynamicModule {
    return {
      module: SurroundingsModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock ?? new Clock() },
        { provide: Storage, useValue: new DiskStorage(join(config.dataDir, 'files')) },
      ],
      exports: [Config, Clock, Storage, DiscoveryModule],
    };
  }
}

@Module({})
export class AppModule {
  static async with(options: AppOptions): Promise<DynamicModule> {
    return {
      module: AppModule,
      imports: [
        SurroundingsModule.with(options),
        DatabaseModule.on(options.databaseUrl, rows),
        await JobsModule.on({ ...options.jobs, redisUrl: options.config.redisUrl }),
        AuditModule,
        HttpModule,
        ...features,
      ],
    };
  }
}
