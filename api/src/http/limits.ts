import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Queries, prepared } from '../db/queries.js';
import { refuseRequest } from './http.failures.js';

export interface Limit {
  /** What is counted, e.g. `sign-in:name`. */
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

const hit = prepared<{ hits: number }>(
  'rate-hit',
  `insert into rate_windows (key, starts_at, hits) values ($1, $2, 1)
   on conflict (key, starts_at) do update set hits = rate_windows.hits + 1 returning hits`,
);
const forget = prepared('rate-forget', `delete from rate_windows where starts_at < $1`);

/** Counts tries in fixed windows in the database, so that several processes count together. */
@Injectable()
export class Limits {
  constructor(
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  /** Counts one try of `who`; refuses when the window is full. */
  async count(limit: Limit, who: string): Promise<void> {
    const now = this.clock.now().getTime();
    const span = limit.seconds * 1000;
    const start = Math.floor(now / span) * span;
    const row = await this.queries.one(hit, [`${limit.name}:${who}`, new Date(start)]);
    if (row!.hits === 1 && Math.random() < 0.01) await this.queries.all(forget, [new Date(now - 86_400_000)]);
    if (row!.hits > limit.most)
      throw refuseRequest('http.too_many_requests', { retryAfterSeconds: Math.ceil((start + span - now) / 1000) });
  }
}
