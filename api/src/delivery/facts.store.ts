import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Outcome } from './fact-kinds.js';

export interface FactToStore {
  readonly id: string;
  readonly kind: string;
  readonly cohort: string | null;
  readonly device_seq: number;
  readonly occurred_at: string;
  readonly payload: Record<string, unknown>;
  readonly clock_odd: boolean;
}

/** The id is the key: of two that bring the same fact at once, the second waits here and then finds it stored. */
export const claimFacts = prepared<{ id: string; cohort_id: string | null }>(
  'facts-claim',
  `insert into facts (id, kind, actor_id, cohort_id, device_id, device_seq, occurred_at, recorded_at, payload, verdict, clock_odd)
   select given.id, given.kind, $1, cohorts.id, $2, given.device_seq, given.occurred_at, $3, given.payload, 'accepted', given.clock_odd
   from jsonb_to_recordset($4::jsonb) as given
     (id uuid, kind text, cohort uuid, device_seq bigint, occurred_at timestamptz, payload jsonb, clock_odd boolean)
   left join cohorts on cohorts.id = given.cohort
   order by given.id
   on conflict (id) do nothing
   returning id, cohort_id`,
);
const verdicts = prepared<{ id: string; actor_id: string; verdict: Outcome['verdict']; code: string | null }>(
  'facts-verdicts',
  `select id, actor_id, verdict, code from facts where id = any($1::uuid[])`,
);
const judge = prepared(
  'facts-judge',
  `update facts set verdict = given.verdict, code = given.code
   from jsonb_to_recordset($1::jsonb) as given (id uuid, verdict text, code text) where facts.id = given.id`,
);

@Injectable()
export class FactsStore {
  constructor(private readonly queries: Queries) {}

  /** Stores what is new and returns it; what was stored before is left out. An unknown cohort comes back as null. */
  claim(tx: Tx, actorId: string, deviceId: string, recordedAt: Date, facts: readonly FactToStore[]) {
    return this.queries.within(tx, claimFacts, [actorId, deviceId, recordedAt, JSON.stringify(facts)]);
  }

  verdicts(tx: Tx, ids: readonly string[]) {
    return this.queries.within(tx, verdicts, [ids]);
  }

  async judge(tx: Tx, outcomes: readonly (Outcome & { readonly id: string })[]): Promise<void> {
    await this.queries.within(tx, judge, [JSON.stringify(outcomes)]);
  }
}
