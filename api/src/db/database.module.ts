import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type EntityTarget } from 'typeorm';
import { aDataSource } from './database.js';
import { HealthChecks } from './health-checks.js';
import { Queries } from './queries.js';

@Global()
@Module({})
export class DatabaseModule {
  static on(url: string, rows: EntityTarget<object>[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres' as const, retryAttempts: 0 }),
          dataSourceFactory: async () => (await aDataSource(url, rows)).initialize(),
        }),
      ],
      providers: [
        HealthChecks,
        { provide: Queries, useFactory: (source: DataSource) => new Queries(source), inject: [DataSource] },
      ],
      exports: [HealthChecks, Queries],
    };
  }
}
