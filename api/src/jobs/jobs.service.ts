import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/ids.js';
import { Clock } from '../kernel/clock.js';
import { Queries, type Tx } from '../db/queries.js';
import type { JobKind } from './job-kinds.js';

export interface NewJob<Payload extends object> {
  /** Idempotency key within the kind: the same key twice is one job. */
  readonly key: string;
  readonly payload: Payload;
}

export interface EnqueueOptions {
  /** Jobs that a person watches as one piece of work. */
  readonly batchId?: string;
  readonly createdBy?: string | null;
}

/** How far a batch is. `total` counts what was not cancelled. */
export interface BatchProgress {
  readonly batchId: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly finished: boolean;
}

export const jobsChannel = 'khou_jobs';
export const progressChannel = 'khou_progress';

/** Writes jobs in the transaction that needs them done, and answers how far they are. Nothing here talks to Redis. */
@Injectable()
export class JobsService {
  constructor(
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  async enqueue<Payload extends object>(
    tx: Tx,
    kind: JobKind<Payload>,
    jobs: readonly NewJob<Payload>[],
    options: EnqueueOptions = {},
  ): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map((job) => ({ id: newId<'job'>(), key: job.key, payload: job.payload }));
    await tx.query(
      `insert into jobs (id, name, key, batch_id, payload, run_at, created_by, created_at)
       select given.id, $1, given.key, $2, given.payload, now(), $3, $4
       from jsonb_to_recordset($5::jsonb) as given (id uuid, key text, payload jsonb)
       on conflict (name, key) do nothing`,
      [kind.name, options.batchId ?? null, options.createdBy ?? null, this.clock.now(), JSON.stringify(rows)],
    );
    await tx.query(`select pg_notify($1, '')`, [jobsChannel]);
  }

  async progress(batchId: string): Promise<BatchProgress> {
    const rows = await this.queries.read<{ state: string; count: number }>(
      `select state, count(*)::int as count from jobs where batch_id = $1 group by state`,
      [batchId],
    );
    const of = (...states: string[]) =>
      rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0);
    const total = of('queued', 'running', 'done', 'failed');
    const done = of('done');
    const failed = of('failed');
    return { batchId, total, done, failed, cancelled: of('cancelled'), finished: done + failed === total };
  }

  /** Cancels what has not begun; what runs ends by itself. Returns how many were cancelled. */
  async cancelBatch(tx: Tx, batchId: string): Promise<number> {
    const [, count] = await tx.query(
      `update jobs set state = 'cancelled', finished_at = $2 where batch_id = $1 and state = 'queued'`,
      [batchId, this.clock.now()],
    );
    await tx.query(`select pg_notify($1, $2)`, [progressChannel, batchId]);
    return count;
  }

  /** Puts failed and cancelled jobs of a batch back in the queue. */
  async retryBatch(tx: Tx, batchId: string): Promise<number> {
    const [, count] = await tx.query(
      `update jobs set state = 'queued', attempts = 0, run_at = now(), lease_until = null, finished_at = null where batch_id = $1 and state in ('failed', 'cancelled')`,
      [batchId],
    );
    await tx.query(`select pg_notify($1, '')`, [jobsChannel]);
    return count;
  }
}
