import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Cohort, CohortQuery } from './cohorts.contract.js';
import { CohortRow, CohortTrainerRow } from './courses.rows.js';
import { nameEnOf, nameLoOf } from './person-columns.js';
import type { TeamMember } from './team.rules.js';

export type CohortFound = Omit<Cohort, 'allowed'>;
export type CohortLineFound = Omit<
  CohortFound,
  'project' | 'days' | 'variant' | 'variants' | 'stateReason' | 'note' | 'team' | 'createdAt' | 'closedAt'
> & {
  readonly lead: { readonly nameLo: string; readonly nameEn: string | null } | null;
};

/** `me` is the parameter with the person who asks. */
const head = (me: string) => `
  c.id, c.code, c.title_en as "titleEn", c.title_lo as "titleLo", c.region,
  case when v.id is null then null else jsonb_build_object('id', v.id, 'nameEn', v.name_en, 'nameLo', v.name_lo) end as province,
  c.venue_en as "venueEn", c.venue_lo as "venueLo", c.seats, c.seats_taken as "seatsTaken",
  (select count(*)::int from enrolments e where e.cohort_id = c.id and e.state = 'nominated') as nominated,
  (select count(*)::int from enrolments e where e.cohort_id = c.id and e.state = 'waiting') as waiting,
  c.starts_on as "startsOn", c.ends_on as "endsOn", c.year_estimated as "yearEstimated", c.state,
  jsonb_build_object('id', w.id, 'version', w.version) as version,
  jsonb_build_object('id', k.id, 'code', k.code, 'titleEn', k.title_en, 'titleLo', k.title_lo) as course,
  (select t.role from cohort_trainers t where t.cohort_id = c.id and t.person_id = ${me}) as "myRole"`;
const from = `from cohorts c join courses k on k.id = c.course_id join curriculum_versions w on w.id = c.version_id left join provinces v on v.id = c.province_id`;

const cohortById = prepared<CohortFound>(
  'cohort-by-id',
  `select ${head('$2')}, c.state_reason as "stateReason", c.note, c.created_at as "createdAt", c.closed_at as "closedAt",
     (select jsonb_build_object('id', j.id, 'code', j.code, 'titleEn', j.title_en, 'titleLo', j.title_lo) from projects j where j.id = k.project_id) as project,
     (select coalesce((select jsonb_build_object('id', c.variant, 'title', k->'title') from jsonb_array_elements(w.outline->'variants') k where k->>'id' = c.variant),
       jsonb_build_object('id', c.variant, 'title', jsonb_build_object('en', c.variant, 'lo', null))) where c.variant is not null) as variant,
     coalesce((select jsonb_agg(jsonb_build_object('id', k->'id', 'title', k->'title')) from jsonb_array_elements(w.outline->'variants') k), '[]') as variants,
     coalesce((select jsonb_agg(distinct s.date order by s.date) from timetable_sessions s where s.cohort_id = c.id), '[]') as days,
     coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'nameLo', ${nameLoOf('p')}, 'nameEn', ${nameEnOf('p')}, 'rank', p.rank, 'role', t.role)
       order by array_position(array['lead', 'co-trainer', 'resource', 'observer'], t.role), p.given_name_lo collate lao)
       from cohort_trainers t join persons p on p.id = t.person_id where t.cohort_id = c.id), '[]') as team
   ${from} where c.id = $1`,
);

const highestNumber = `select coalesce(max(substring(code from '[0-9]+$')::int), 0) as last from cohorts where code like $1 || '-%'`;

@Injectable()
export class CohortsStore {
  constructor(private readonly queries: Queries) {}

  /** Newest first. `ownOnly`: those the person teaches in or planned. */
  cohorts(
    query: CohortQuery,
    personId: string,
    ownOnly: boolean,
    after: readonly unknown[] | null,
  ): Promise<CohortLineFound[]> {
    const values: unknown[] = [personId, query.limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const wanted = [
      ...(ownOnly
        ? [
            `c.id in (select t.cohort_id from cohort_trainers t where t.person_id = $1 union select o.id from cohorts o where o.created_by = $1)`,
          ]
        : []),
      ...(query.state ? [`c.state = ${bind(query.state)}`] : []),
      ...(query.courseId ? [`c.course_id = ${bind(query.courseId)}`] : []),
      ...(query.region ? [`c.region = ${bind(query.region)}`] : []),
      ...(query.from ? [`c.ends_on >= ${bind(query.from)}`] : []),
      ...(query.to ? [`c.starts_on <= ${bind(query.to)}`] : []),
      ...(after ? [`(c.starts_on, c.id) < (${bind(after[0])}::date, ${bind(after[1])}::uuid)`] : []),
    ];
    return this.queries.read(
      `select ${head('$1')},
         (select jsonb_build_object('nameLo', ${nameLoOf('p')}, 'nameEn', ${nameEnOf('p')}) from cohort_trainers t join persons p on p.id = t.person_id
          where t.cohort_id = c.id and t.role = 'lead' limit 1) as lead
       ${from} ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''} order by c.starts_on desc, c.id desc limit $2`,
      values,
    );
  }

  cohort(id: string, personId: string): Promise<CohortFound | null> {
    return this.queries.one(cohortById, [id, personId]);
  }

  /** The cohort, locked until the transaction ends: whoever changes its seats, state or timetable takes turns. */
  async locked(tx: Tx, id: string): Promise<CohortRow | null> {
    return tx
      .createQueryBuilder(CohortRow, 'cohort')
      .setLock('pessimistic_write')
      .where('cohort.id = :id', { id })
      .getOne();
  }

  async add(tx: Tx, row: CohortRow): Promise<void> {
    await tx.insert(CohortRow, row);
  }

  async change(tx: Tx, id: string, change: Partial<Omit<CohortRow, 'id' | 'code'>>): Promise<void> {
    if (Object.keys(change).length > 0) await tx.update(CohortRow, { id }, change);
  }

  /** The highest number given so far; planners of one series and year take turns until they have taken theirs. */
  async lastNumber(tx: Tx, prefix: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`cohort code ${prefix}`]);
    const [row] = await tx.query(highestNumber, [prefix]);
    return row.last;
  }

  /** The same for a preview: nobody waits, and another may be quicker. */
  async numberSoFar(prefix: string): Promise<number> {
    const [row] = await this.queries.read<{ last: number }>(highestNumber, [prefix]);
    return row!.last;
  }

  async setTeam(tx: Tx, cohortId: string, team: readonly TeamMember[]): Promise<void> {
    await tx.delete(CohortTrainerRow, { cohortId });
    await tx.insert(
      CohortTrainerRow,
      team.map(({ personId, role }) => ({ cohortId, personId, role })),
    );
  }

  async team(tx: Tx, cohortId: string): Promise<TeamMember[]> {
    return tx.query(`select person_id as "personId", role from cohort_trainers where cohort_id = $1`, [cohortId]);
  }

  async regionOf(provinceId: string): Promise<CohortRow['region'] | null> {
    const [found] = await this.queries.read<{ region: CohortRow['region'] }>(
      `select region from provinces where id = $1`,
      [provinceId],
    );
    return found?.region ?? null;
  }
}
