import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Engagement } from './clashes.rules.js';
import { TimetableSessionRow } from './courses.rows.js';
import { nameEnOf, nameLoOf, nameOrder, postingOn, unitLabelOf } from './person-columns.js';

export type SessionFound = Omit<TimetableSessionRow, 'cohortId'>;

const sessionsOf = prepared<SessionFound>(
  'timetable-sessions',
  `select id, date, starts_minute as "startsMinute", minutes, kind, module_code as "moduleCode", test_code as "testCode",
     title_en as "titleEn", title_lo as "titleLo", part
   from timetable_sessions where cohort_id = $1 order by date, starts_minute`,
);

const engagementsText = `
  select t.person_id as "personId", c.id as "cohortId", c.code as "cohortCode", c.title_en as "titleEn", c.title_lo as "titleLo",
    s.date, s.starts_minute as "startsMinute", s.minutes, s.kind
  from cohort_trainers t join cohorts c on c.id = t.cohort_id join timetable_sessions s on s.cohort_id = c.id
  where t.person_id = any($1::uuid[]) and t.role <> 'resource' and c.state in ('planned', 'running')
    and c.id is distinct from $2::uuid and s.date = any($3::date[])`;

export interface TrainerFound {
  personId: string;
  nameLo: string;
  nameEn: string | null;
  rank: string | null;
  sex: 'female' | 'male' | 'not_stated';
  unit: { id: string; nameEn: string; nameLo: string } | null;
  upcoming: number;
  order: readonly [string, string, string];
}

@Injectable()
export class TimetableStore {
  constructor(private readonly queries: Queries) {}

  sessions(cohortId: string): Promise<SessionFound[]> {
    return this.queries.all(sessionsOf, [cohortId]);
  }

  async sessionsIn(tx: Tx, cohortId: string): Promise<SessionFound[]> {
    return tx.query(sessionsOf.text, [cohortId]);
  }

  async replace(tx: Tx, cohortId: string, rows: readonly TimetableSessionRow[]): Promise<void> {
    await tx.delete(TimetableSessionRow, { cohortId });
    await tx.insert(TimetableSessionRow, [...rows]);
  }

  /** New times for some sessions, in one statement: the constraint on their starts is checked at its end. */
  async move(tx: Tx, moved: readonly Pick<SessionFound, 'id' | 'date' | 'startsMinute' | 'minutes'>[]): Promise<void> {
    await tx.query(
      `update timetable_sessions s set date = m.date, starts_minute = m.starts_minute, minutes = m.minutes
       from jsonb_to_recordset($1::jsonb) as m (id uuid, date date, starts_minute integer, minutes integer) where s.id = m.id`,
      [
        JSON.stringify(
          moved.map(({ id, date, startsMinute, minutes }) => ({ id, date, starts_minute: startsMinute, minutes })),
        ),
      ],
    );
  }

  /** What the given people have to be at on the given days, in other classes that are planned or running. */
  engagements(
    personIds: readonly string[],
    days: readonly string[],
    exceptCohortId: string | null,
  ): Promise<Engagement[]> {
    return this.queries.read(engagementsText, [personIds, exceptCohortId, days]);
  }

  /** The same within a write. Planners who book the same person take turns, so that two do not pass the check together. */
  async engagementsIn(
    tx: Tx,
    personIds: readonly string[],
    days: readonly string[],
    exceptCohortId: string | null,
  ): Promise<Engagement[]> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('trainer ' || id, 0)) from unnest($1::text[]) with ordinality as p (id, n) order by n`,
      [[...personIds].sort()],
    );
    return tx.query(engagementsText, [personIds, exceptCohortId, days]);
  }

  /** People who hold the trainer's role, in Lao order of names. */
  trainers(
    words: readonly string[],
    after: readonly unknown[] | null,
    limit: number,
    today: string,
  ): Promise<TrainerFound[]> {
    return this.queries.read(
      `select p.id as "personId", ${nameLoOf('p')} as "nameLo", ${nameEnOf('p')} as "nameEn", p.rank, p.sex, ${unitLabelOf('unit')} as unit,
         (select count(*)::int from cohort_trainers t join cohorts c on c.id = t.cohort_id where t.person_id = p.id and c.state in ('planned', 'running')) as upcoming,
         array[p.given_name_lo, coalesce(p.family_name_lo, ''), p.id::text] as "order"
       from role_grants r join accounts a on a.id = r.account_id join persons p on p.id = a.person_id ${postingOn('p', '$1::date')}
       where r.role = 'trainer' and r.ended_at is null and a.state <> 'suspended'
         and ($2::text[] is null or p.search_key like all($2))
         and ($3::text is null or (${nameOrder('p')}) > ($3 collate lao, $4::text collate lao, $5::uuid))
       order by ${nameOrder('p')} limit $6`,
      [today, words.length > 0 ? words : null, ...(after ?? [null, null, null]), limit],
    );
  }

  /** Which of the people exist, with what advice on a team needs. */
  async people(personIds: readonly string[]): Promise<{ id: string; sex: 'female' | 'male' | 'not_stated' }[]> {
    return this.queries.read(`select id, sex from persons where id = any($1::uuid[])`, [personIds]);
  }

  /** Who of the people has or waits for a seat in the cohort. */
  async learners(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select person_id as id from enrolments where cohort_id = $1 and person_id = any($2::uuid[]) and state <> 'withdrawn'`,
      [cohortId, personIds],
    );
    return rows.map(({ id }) => id);
  }
}
