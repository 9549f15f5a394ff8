import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Queries, prepared } from '../db/queries.js';
import { JobHandlers } from './job-kinds.js';
import { JobRunner, type LeaseSettings, defaultLease } from './job-runner.js';
import { Listener } from './listener.js';
import { jobsChannel } from './jobs.service.js';

/** Something that can carry job ids to workers, and may be out of order at any moment. */
export abstract class Carrier {
  /** Hands over the ids, or returns false when it can't at the moment. */
  abstract carry(ids: readonly string[], token: string): Promise<boolean>;
}

const leaseDue = prepared<{ id: string }>(
  'job-lease-due',
  `update jobs set lease_until = now() + make_interval(secs => $2), lease_token = $1
   where id in (
     select id from jobs
     where state in ('queued', 'running') and run_at <= now() and (lease_until is null or lease_until < now())
     order by run_at, id
     limit greatest(0, least($3, $4 - (select count(*) from jobs where state in ('queued', 'running') and lease_until >= now())))
     for update skip locked)
   returning id`,
);
/**
 * Given out and not done, at most: more would lose their leases while they wait at the carrier, and what it then carries again
 * would stand behind what it carries in vain. Looks a second apart still give out more than ten workers print.
 */
const mostCarried = 500;
const waiting = prepared<{ count: number }>(
  'job-waiting',
  `select count(*)::int as count from jobs where state in ('queued', 'running')`,
);

/**
 * Gives due jobs out: to the carrier (Bull) when there is one in order, else to this process. A lease that ends unanswered is
 * given out again, so whatever Redis or a killed worker forgot is done all the same.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private turning: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly queries: Queries,
    private readonly runner: JobRunner,
    private readonly handlers: JobHandlers,
    private readonly listener: Listener,
    private readonly carrier: Carrier | null,
    private readonly lease: LeaseSettings = defaultLease,
    private readonly pollMilliseconds = 1_000,
    private readonly atOnce = 2,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers.refuseGaps();
    if (this.pollMilliseconds === 0) return;
    this.listener.on(jobsChannel, () => this.wake());
    this.timer = setInterval(() => this.wake(), this.pollMilliseconds);
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.turning;
  }

  /** Runs until nothing is due; for tests and commands that must leave no job behind. */
  async drain(): Promise<void> {
    while ((await this.turn()) > 0);
  }

  async waitingCount(): Promise<number> {
    return (await this.queries.one(waiting))?.count ?? 0;
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.turning ??= this.turnAll().finally(() => (this.turning = null));
  }

  private async turnAll(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while (!this.stopped && (await this.turn()) > 0);
      } catch (fault) {
        this.log.error(`Jobs wait: ${fault instanceof Error ? fault.message : String(fault)}`);
      }
    }
  }

  /** One round: leases what is due and carries it. Returns how many were due. */
  private async turn(): Promise<number> {
    const token = randomUUID();
    const due = await this.queries.all(leaseDue, [
      token,
      this.lease.leaseSeconds,
      this.carrier ? 200 : this.atOnce * 4,
      this.carrier ? mostCarried : null,
    ]);
    const ids = due.map((row) => row.id);
    if (ids.length === 0 || (this.carrier && (await this.carrier.carry(ids, token)))) return ids.length;
    const queue = [...ids];
    await Promise.all(
      Array.from({ length: this.atOnce }, async () => {
        for (let id = queue.shift(); id !== undefined && !this.stopped; id = queue.shift())
          await this.runner.run(id, token);
      }),
    );
    return ids.length;
  }
}
