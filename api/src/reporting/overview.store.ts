import { Injectable } from '@nestjs/common';
import { prepared, Queries } from '../db/queries.js';
import type { Overview } from './overview.contract.js';

type Decisions = NonNullable<Overview['decisions']>;
type Figures = Omit<Overview, 'asOf' | 'decisions' | 'coverage'>;
export type CohortName = Decisions['unclosed'][number];

/** How many cohorts of a kind the overview names; the lists behind it have the rest. */
const named = 8;

const bySex = (
  from: string,
) => `(select jsonb_build_object('all', count(*), 'female', count(*) filter (where p.sex = 'female'),
  'male', count(*) filter (where p.sex = 'male'), 'notStated', count(*) filter (where p.sex = 'not_stated')) from persons p ${from})`;

const holdsCertificate = (person: string) =>
  `exists (select from certificates f where f.person_id = ${person} and f.state = 'issued' and f.kind = 'completion')`;

const figures = prepared<Figures>(
  'overview-figures',
  `select ${bySex('')} as people,
    (select count(*)::int from persons p where not exists (
      select from postings o where o.person_id = p.id and o.valid_from <= $1::date and (o.valid_to is null or o.valid_to >= $1::date))) as "withoutPosting",
    (select count(distinct r.account_id)::int from role_grants r where r.role = 'trainer' and r.ended_at is null) as trainers,
    ${bySex(`where ${holdsCertificate('p.id')}`)} as certified,
    (select jsonb_build_object('completion', count(*) filter (where state = 'issued' and kind = 'completion'),
      'attendance', count(*) filter (where state = 'issued' and kind = 'attendance'),
      'revoked', count(*) filter (where state = 'revoked'), 'replaced', count(*) filter (where state = 'replaced')) from certificates) as certificates,
    (select jsonb_build_object('planned', count(*) filter (where state = 'planned'), 'running', count(*) filter (where state = 'running'),
      'closed', count(*) filter (where state = 'closed'), 'cancelled', count(*) filter (where state = 'cancelled')) from cohorts) as cohorts,
    (select jsonb_build_object('offered', coalesce(sum(seats), 0), 'taken', coalesce(sum(seats_taken), 0))
      from cohorts where state in ('planned', 'running')) as seats,
    jsonb_build_object('curricula', (select count(*) from curricula), 'versions', (select count(*) from curriculum_versions)) as curricula`,
);

const coverage = prepared<Overview['coverage'][number]>(
  'overview-coverage',
  `with posted as (
     select u.province_id, u.id as unit_id, u.kind = 'checkpoint' and (u.closed_on is null or u.closed_on > $1::date) as checkpoint,
       count(o.person_id)::int as people, (count(o.person_id) filter (where ${holdsCertificate('o.person_id')}))::int as certified
     from units u left join postings o on o.unit_id = u.id and o.valid_from <= $1::date and (o.valid_to is null or o.valid_to >= $1::date)
     where u.province_id is not null group by u.id
   )
   select v.id as "provinceId", v.name_en as "nameEn", v.name_lo as "nameLo", v.region,
     (count(*) filter (where p.checkpoint))::int as checkpoints,
     (count(*) filter (where p.checkpoint and p.certified > 0))::int as "checkpointsCovered",
     coalesce(sum(p.people), 0)::int as posted, coalesce(sum(p.certified), 0)::int as certified
   from provinces v left join posted p on p.province_id = v.id group by v.id order by v.national_code`,
);

const cohortName = (
  c: string,
) => `jsonb_build_object('id', ${c}.id, 'code', ${c}.code, 'titleEn', ${c}.title_en, 'titleLo', ${c}.title_lo,
  'startsOn', ${c}.starts_on, 'endsOn', ${c}.ends_on)`;

/** Cohorts with a count from `counts` (columns cohort_id and n), the oldest first: it has waited longest. */
const counted = (
  counts: string,
) => `(select coalesce(jsonb_agg(jsonb_build_object('cohort', ${cohortName('w')}, 'count', w.n) order by w.starts_on), '[]')
  from (select c.*, x.n from (${counts}) x join cohorts c on c.id = x.cohort_id and c.state <> 'cancelled' order by c.starts_on limit ${named}) w)`;

const waiting = prepared<Omit<Decisions, 'certificates'> & { graduates: CohortName[] }>(
  'overview-waiting',
  `select
    ${counted(`select e.cohort_id, count(*)::int as n from enrolments e join cohorts h on h.id = e.cohort_id
      where e.state = 'nominated' and h.state in ('planned', 'running') group by e.cohort_id`)} as nominations,
    ${counted(`select a.cohort_id, count(*)::int as n from attempts a where a.late and a.late_accepted_at is null and a.state = 'marked'
      and not exists (select from certificates f where f.cohort_id = a.cohort_id and f.person_id = a.person_id and f.state = 'issued')
      group by a.cohort_id`)} as "lateAttempts",
    (select coalesce(jsonb_agg(${cohortName('w')} order by w.ends_on), '[]') from (
      select * from cohorts where state in ('planned', 'running') and ends_on < $1::date order by ends_on limit ${named}) w) as unclosed,
    (select coalesce(jsonb_agg(${cohortName('w')} order by w.ends_on desc), '[]') from (
      select c.* from cohorts c where c.state = 'closed' and exists (
        select from enrolments e where e.cohort_id = c.id and e.state in ('confirmed', 'completed', 'incomplete')
          and not exists (select from certificates f where f.cohort_id = c.id and f.person_id = e.person_id and f.state = 'issued')
          and (not exists (select from tests t where t.version_id = c.version_id and t.purpose = 'post-test') or exists (
            select from attempts a join tests t on t.version_id = a.version_id and t.code = a.test_code and t.purpose = 'post-test'
            where a.cohort_id = c.id and a.person_id = e.person_id and a.passed and (not a.late or a.late_accepted_at is not null))))
      order by c.ends_on desc limit ${named}) w) as graduates,
    (select count(*)::int from certificates where state = 'issued' and file_hash is null) as unprinted,
    (select count(*)::int from jobs where state = 'failed') as "failedJobs"`,
);

/** Reads over the tables of the other features, each one round trip. It writes nothing. */
@Injectable()
export class OverviewStore {
  constructor(private readonly queries: Queries) {}

  async figures(today: string): Promise<Figures> {
    return (await this.queries.one(figures, [today]))!;
  }

  coverage(today: string): Promise<Overview['coverage']> {
    return this.queries.all(coverage, [today]);
  }

  async waiting(today: string) {
    return (await this.queries.one(waiting, [today]))!;
  }
}
