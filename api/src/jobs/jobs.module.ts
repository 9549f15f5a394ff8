import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Queries } from '../db/queries.js';
import { JobHandlers } from './job-kinds.js';
import { JobRunner, type LeaseSettings, defaultLease } from './job-runner.js';
import { JobsService } from './jobs.service.js';
import { Listener } from './listener.js';
import { Progress } from './progress.js';
import { Carrier, Relay } from './relay.js';

export interface JobsOptions {
  readonly redisUrl: string | null;
  /** Whether this process takes jobs from Redis, besides giving them out. */
  readonly works: boolean;
  readonly lease?: LeaseSettings;
  /** Milliseconds between looks for due jobs; 0: only when `drain` is called. */
  readonly poll?: number;
}

@Global()
@Module({})
export class JobsModule {
  static async on(options: JobsOptions): Promise<DynamicModule> {
    const lease = options.lease ?? defaultLease;
    // Bull costs 250 ms and 15 MB at import: an installation without Redis does not pay for it.
    const bull = options.redisUrl === null ? null : await import('./bull.module.js');
    return {
      module: JobsModule,
      imports: bull ? [bull.BullCarrierModule.on(options.redisUrl!, options.works)] : [],
      providers: [
        JobHandlers,
        JobsService,
        Listener,
        Progress,
        {
          provide: Carrier,
          useFactory: (carrier?: Carrier) => carrier ?? null,
          inject: bull ? [bull.BullCarrier] : [],
        },
        {
          provide: JobRunner,
          useFactory: (queries: Queries, handlers: JobHandlers) => new JobRunner(queries, handlers, lease),
          inject: [Queries, JobHandlers],
        },
        {
          provide: Relay,
          useFactory: (
            queries: Queries,
            runner: JobRunner,
            handlers: JobHandlers,
            listener: Listener,
            carrier: Carrier | null,
          ) => new Relay(queries, runner, handlers, listener, carrier, lease, options.poll),
          inject: [Queries, JobRunner, JobHandlers, Listener, Carrier],
        },
      ],
      exports: [JobHandlers, JobsService, JobRunner, Listener, Progress, Relay],
    };
  }
}
