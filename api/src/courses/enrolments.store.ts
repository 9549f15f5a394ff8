import { Injectable } from '@nestjs/common';
import { Queries, type Tx } from '../db/queries.js';
import type { CardFacts } from './card.rules.js';
import type { Candidate, Enrolment } from './enrolments.contract.js';
import type { EnrolmentState } from './enrolment-states.rules.js';
import { nameEnOf, nameLoOf, nameOrder, postingOn, unitLabelOf } from './person-columns.js';

type Ordered = { readonly order: readonly [string, string, string] };
export type EnrolmentFound = Omit<Enrolment, 'allowed' | 'card'> & Ordered & { readonly account: CardFacts | null };
export type CandidateFound = Candidate & Ordered;

export interface EnrolmentHead {
  id: string;
  personId: string;
  state: EnrolmentState;
}

@Injectable()
export class EnrolmentsStore {
  constructor(private readonly queries: Queries) {}

  /** In Lao order of names; the place on the waiting list counts from who has waited longest. */
  enrolments(
    cohortId: string,
    state: EnrolmentState | null,
    after: readonly unknown[] | null,
    limit: number,
    now: Date,
  ): Promise<EnrolmentFound[]> {
    return this.queries.read(
      `select e.id, e.person_id as "personId", ${nameLoOf('p')} as "nameLo", ${nameEnOf('p')} as "nameEn", p.sex, e.rank_at_enrolment as rank,
         ${unitLabelOf('unit')} as unit, e.state, e.reason, e.nominated_at as "nominatedAt", e.changed_at as "changedAt",
         case when e.state = 'waiting' then (select count(*)::int from enrolments w where w.cohort_id = e.cohort_id and w.state = 'waiting'
           and (w.changed_at, w.id) <= (e.changed_at, e.id)) end as "waitingPlace",
         case when a.id is null then null else json_build_object('state', a.state,
           'roles', array(select r.role from role_grants r where r.account_id = a.id and r.ended_at is null),
           'hasCard', exists (select from activation_codes k where k.account_id = a.id and k.used_at is null and k.revoked_at is null
             and k.expires_at > $7::timestamptz)) end as account,
         array[p.given_name_lo, coalesce(p.family_name_lo, ''), p.id::text] as "order"
       from enrolments e join persons p on p.id = e.person_id left join units unit on unit.id = e.unit_id
         left join accounts a on a.person_id = p.id
       where e.cohort_id = $1 and ($2::text is null or e.state = $2)
         and ($3::text is null or (${nameOrder('p')}) > ($3 collate lao, $4::text collate lao, $5::uuid))
       order by ${nameOrder('p')} limit $6`,
      [cohortId, state, ...(after ?? [null, null, null]), limit, now],
    );
  }

  /**
   * Nominates people with their rank and unit of the day, in one statement. Who withdrew before is nominated again; who is in
   * the list stays as they are. Answers the people nominated now.
   */
  async nominate(
    tx: Tx,
    cohortId: string,
    people: readonly { id: string; personId: string }[],
    now: Date,
    today: string,
    by: string,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.query(
      `insert into enrolments as e (id, cohort_id, person_id, state, rank_at_enrolment, unit_id, nominated_at, nominated_by, changed_at, changed_by)
       select n.id, $1, p.id, 'nominated', p.rank, unit.id, $3, $5, $3, $5
       from jsonb_to_recordset($2::jsonb) as n (id uuid, "personId" uuid) join persons p on p.id = n."personId" ${postingOn('p', '$4::date')}
       on conflict (cohort_id, person_id) do update set state = 'nominated', rank_at_enrolment = excluded.rank_at_enrolment, unit_id = excluded.unit_id,
         nominated_at = excluded.nominated_at, nominated_by = excluded.nominated_by, changed_at = excluded.changed_at, changed_by = excluded.changed_by, reason = null
       where e.state = 'withdrawn'
       returning e.person_id as "personId"`,
      [cohortId, JSON.stringify(people), now, today, by],
    );
    return rows.map(({ personId }) => personId);
  }

  async countPeople(tx: Tx, personIds: readonly string[]): Promise<number> {
    const [row] = await tx.query(`select count(*)::int as count from persons where id = any($1::uuid[])`, [personIds]);
    return row.count;
  }

  async teamAmong(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<number> {
    const [row] = await tx.query(
      `select count(*)::int as count from cohort_trainers where cohort_id = $1 and person_id = any($2::uuid[])`,
      [cohortId, personIds],
    );
    return row.count;
  }

  /** The enrolments of the ids that belong to the cohort, in the order of the ids. */
  async heads(tx: Tx, cohortId: string, ids: readonly string[]): Promise<EnrolmentHead[]> {
    return tx.query(
      `select e.id, e.person_id as "personId", e.state from enrolments e join unnest($2::uuid[]) with ordinality as w (id, n) on w.id = e.id
       where e.cohort_id = $1 order by w.n`,
      [cohortId, ids],
    );
  }

  async headsOfPeople(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<EnrolmentHead[]> {
    return tx.query(
      `select id, person_id as "personId", state from enrolments where cohort_id = $1 and person_id = any($2::uuid[]) order by nominated_at, id`,
      [cohortId, personIds],
    );
  }

  /** The waiting list in its order. */
  async waiting(tx: Tx, cohortId: string): Promise<EnrolmentHead[]> {
    return tx.query(
      `select id, person_id as "personId", state from enrolments where cohort_id = $1 and state = 'waiting' order by changed_at, id`,
      [cohortId],
    );
  }

  async setState(
    tx: Tx,
    ids: readonly string[],
    state: EnrolmentState,
    now: Date,
    by: string | null,
    reason: string | null = null,
  ): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `update enrolments set state = $2, changed_at = $3, changed_by = $4, reason = $5 where id = any($1::uuid[])`,
      [ids, state, now, by, reason],
    );
  }

  async setSeatsTaken(tx: Tx, cohortId: string, taken: number): Promise<void> {
    await tx.query(`update cohorts set seats_taken = $2 where id = $1`, [cohortId, taken]);
  }

  /** People by name, service number or unit; each word has to be found in one of them. */
  candidates(
    words: readonly string[],
    cohortId: string | null,
    after: readonly unknown[] | null,
    limit: number,
    today: string,
  ): Promise<CandidateFound[]> {
    return this.queries.read(
      `select p.id as "personId", ${nameLoOf('p')} as "nameLo", ${nameEnOf('p')} as "nameEn", p.sex, p.rank, ${unitLabelOf('unit')} as unit,
         (select e.state from enrolments e where e.cohort_id = $3 and e.person_id = p.id) as enrolment,
         array[p.given_name_lo, coalesce(p.family_name_lo, ''), p.id::text] as "order"
       from persons p ${postingOn('p', '$1::date')}
       where p.id in (
           select b.id from persons b where b.search_key like all($2::text[])
           union
           select o.person_id from units u join postings o on o.unit_id = u.id where u.search_key like all($2::text[]) and o.valid_to is null)
         and not exists (select from cohort_trainers t where t.cohort_id = $3 and t.person_id = p.id)
         and ($4::text is null or (${nameOrder('p')}) > ($4 collate lao, $5::text collate lao, $6::uuid))
       order by ${nameOrder('p')} limit $7`,
      [today, words, cohortId, ...(after ?? [null, null, null]), limit],
    );
  }
}
