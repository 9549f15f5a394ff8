import { Injectable, Logger } from '@nestjs/common';
import { Queries, prepared } from '../db/queries.js';
import { JobHandlers } from './job-kinds.js';
import { progressChannel } from './jobs.service.js';

export interface LeaseSettings {
  /** How long a dispatched or running job is left alone before it is given out again, in seconds. Renewed while it runs. */
  readonly leaseSeconds: number;
  readonly mostAttempts: number;
  /** The first wait after a failure, in seconds; doubles each time. */
  readonly backoffSeconds: number;
}

export const defaultLease: LeaseSettings = { leaseSeconds: 30, mostAttempts: 6, backoffSeconds: 2 };

interface ClaimedJob {
  id: string;
  name: string;
  batch_id: string | null;
  payload: object;
  attempts: number;
}

const claim = prepared<ClaimedJob>(
  'job-claim',
  `update jobs set state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => $3)
   where id = $1 and lease_token = $2 and state in ('queued', 'running')
   returning id, name, batch_id, payload, attempts`,
);
const renew = prepared(
  'job-renew',
  `update jobs set lease_until = now() + make_interval(secs => $3) where id = $1 and lease_token = $2 and state = 'running'`,
);
const finish = prepared<{ id: string }>(
  'job-finish',
  `update jobs set state = 'done', finished_at = now(), result = $3, last_error = null, lease_until = null
   where id = $1 and lease_token = $2 and state = 'running' returning id`,
);
const fail = prepared<{ id: string }>(
  'job-fail',
  `update jobs set state = case when attempts >= $4 then 'failed' else 'queued' end,
     finished_at = case when attempts >= $4 then now() end,
     run_at = now() + make_interval(secs => $5), lease_until = null, last_error = $3
   where id = $1 and lease_token = $2 and state = 'running' returning id`,
);
const notify = prepared('job-notify', `select pg_notify($1, $2)`);

/** Runs one leased job: the only caller of handlers, whoever carried the id here. The lease's token keeps two runs apart. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('Jobs');

  constructor(
    private readonly queries: Queries,
    private readonly handlers: JobHandlers,
    private readonly settings: LeaseSettings = defaultLease,
  ) {}

  /** Returns false when the lease was no longer this one's, or the work failed. */
  async run(id: string, token: string): Promise<boolean> {
    const { leaseSeconds, mostAttempts, backoffSeconds } = this.settings;
    const job = await this.queries.one(claim, [id, token, leaseSeconds]);
    if (job === null) return false;
    const heartbeat = setInterval(() => {
      this.queries
        .all(renew, [id, token, leaseSeconds])
        .catch((fault: Error) => this.log.warn(`Job ${id}: lease not renewed: ${fault.message}`));
    }, leaseSeconds * 333);
    try {
      const work = this.handlers.of(job.name);
      if (!work) throw new Error(`This program has no handler for ${job.name}`);
      const result = await work(job.payload, { jobId: id, attempt: job.attempts });
      await this.queries.all(finish, [id, token, result ?? null]);
      return true;
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      this.log.error(`Job ${job.name} ${id}, attempt ${job.attempts}: ${message}`);
      await this.queries.all(fail, [id, token, message, mostAttempts, backoffSeconds * 2 ** (job.attempts - 1)]);
      return false;
    } finally {
      clearInterval(heartbeat);
      if (job.batch_id !== null) await this.queries.all(notify, [progressChannel, job.batch_id]);
    }
  }
}
