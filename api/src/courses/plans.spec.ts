import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp } from '../../test/app.js';
import { aCourse } from '../../test/plan.js';
import { CohortVersionsStore } from './cohort-versions.store.js';
import { CohortQuery } from './cohorts.contract.js';
import { CohortsStore } from './cohorts.store.js';
import { EnrolmentsStore } from './enrolments.store.js';
import { MembershipStore } from './membership.store.js';
import { PersonCoursesStore } from './person-courses.store.js';
import { TimetableStore } from './timetable.store.js';
import { UpgradesStore } from './upgrades.store.js';

let khou: App;
let cohortId: string;
let personId: string;

/** Many years of a large programme: 4,000 cohorts of ten, each with a team of three and a timetable. */
beforeAll(async () => {
  khou = await anApp();
  const { courseId, versionId } = await aCourse(khou, await khou.signedIn(['administrator']));
  await khou.queries.transaction(async (tx) => {
    await tx.query(`insert into persons (id, given_name_lo, sex, search_key, created_at, updated_at)
      select gen_random_uuid(), 'ຄົນ' || n, 'not_stated', 'ຄົນ' || n, now(), now() from generate_series(1, 6000) n`);
    await tx.query(
      `insert into cohorts (id, course_id, version_id, code, title_en, region, venue_lo, seats, starts_on, ends_on, state, created_at)
       select gen_random_uuid(), $1, $2, 'X-' || n, 'Cohort', 'central', 'ຫ້ອງ', 20, date '2020-01-01' + n / 2, date '2020-01-03' + n / 2, 'planned', now() from generate_series(1, 4000) n`,
      [courseId, versionId],
    );
    await tx.query(`insert into timetable_sessions (id, cohort_id, date, starts_minute, minutes, kind, title_en)
      select gen_random_uuid(), id, starts_on, 510 + 60 * n, 60, 'module', 'M' from cohorts, generate_series(0, 3) n`);
    await tx.query(`with p as (select id, row_number() over () - 1 as n from persons), c as (select id, row_number() over () as n from cohorts)
      insert into cohort_trainers (cohort_id, person_id, role) select c.id, p.id, 'co-trainer' from c, generate_series(0, 2) k join p on true where p.n = (c.n * 3 + k) % 600`);
    await tx.query(`with p as (select id, row_number() over () - 1 as n from persons), c as (select id, row_number() over () as n from cohorts)
      insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at)
      select gen_random_uuid(), c.id, p.id, 'confirmed', now(), now() from c, generate_series(0, 9) k join p on true where p.n = (c.n * 10 + k) % 6000`);
    [{ id: cohortId }] = await tx.query(`select id from cohorts where code = 'X-700'`);
    [{ id: personId }] = await tx.query(`select person_id as id from cohort_trainers where cohort_id = $1 limit 1`, [
      cohortId,
    ]);
  });
  await khou.queries.read('analyze');
}, 60_000);
afterAll(() => khou.close());

/** A store whose statements are explained instead of run. */
function explained<Store>(kind: new (queries: never) => Store): Store {
  const explain = async (text: string, values: readonly unknown[]) => {
    const rows = await khou.queries.read<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return [{ plan: rows.map((row) => row['QUERY PLAN']).join('\n') }];
  };
  return new kind({
    read: explain,
    all: (statement: { text: string }, values: readonly unknown[]) => explain(statement.text, values),
    one: async (statement: { text: string }, values: readonly unknown[]) => (await explain(statement.text, values))[0],
  } as never);
}

function planOf(answer: unknown): string {
  const [first] = Array.isArray(answer) ? answer : [answer];
  return (first as { plan: string }).plan;
}

describe('reads that happen all day scan no table that grows', () => {
  const growing = /Seq Scan on (cohorts|enrolments|timetable_sessions|cohort_trainers|persons)\b/;

  it.each<[string, () => Promise<unknown>]>([
    ['what ties a person to a cohort', () => explained(MembershipStore).membership(cohortId, personId)],
    ['the classes of a trainee', () => explained(MembershipStore).cohortsOfTrainee(personId)],
    ['the roster of a class', () => explained(MembershipStore).roster(cohortId)],
    ['a cohort with its team', () => explained(CohortsStore).cohort(cohortId, personId)],
    [
      'the first page of all cohorts',
      () => explained(CohortsStore).cohorts(CohortQuery.parse({}), personId, false, null),
    ],
    [
      'a later page of them',
      () => explained(CohortsStore).cohorts(CohortQuery.parse({}), personId, false, ['2022-01-01', cohortId]),
    ],
    ['the timetable of a cohort', () => explained(TimetableStore).sessions(cohortId)],
    [
      'where trainers have to be on some days',
      () => explained(TimetableStore).engagements([personId], ['2021-12-01', '2021-12-02'], null),
    ],
    ['the versions of a class', () => explained(CohortVersionsStore).of([cohortId])],
    ['the decisions on newer versions', () => explained(UpgradesStore).decisions(cohortId)],
    ['the courses of a person', () => explained(PersonCoursesStore).ofPerson(personId, null, null, 51)],
    ['the people of a class', () => explained(EnrolmentsStore).enrolments(cohortId, null, null, 51, new Date())],
  ])('%s', async (_name, read) => {
    expect(planOf(await read())).not.toMatch(growing);
  });

  it('the cohorts of one trainer are found from the trainer', async () => {
    const plan = planOf(await explained(CohortsStore).cohorts(CohortQuery.parse({}), personId, true, null));
    expect(plan).toContain('Index Scan on cohort_trainers_of_person');
    expect(plan).toContain('cohorts_of_planner');
  });
});
