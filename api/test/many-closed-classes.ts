import { newId } from '../src/kernel/ids.js';
import type { App } from './app.js';
import { aPastClass } from './past-class.js';
import { officers } from './plan.js';

export interface ClosedClass {
  readonly cohortId: string;
  readonly personIds: readonly string[];
}

/** Closed classes of one course, all in one certificate series: officers who attended every half-day and passed. In bulk. */
export async function manyClosedClasses(khou: App, count: number, size: number): Promise<ClosedClass[]> {
  const { cohortId: model, versionId, lead } = await aPastClass(khou, { trainees: 0 });
  const { ids, unitId } = await officers(khou, count * size);
  const classes = Array.from({ length: count }, (_, index) => ({
    cohortId: newId(),
    personIds: ids.slice(index * size, (index + 1) * size),
  }));
  const seats = classes.flatMap(({ cohortId, personIds }) =>
    personIds.map((person) => ({ cohort: cohortId, person, enrolment: newId(), attempt: newId() })),
  );
  await khou.queries.transaction(async (tx) => {
    await tx.query(
      `insert into cohorts (id, course_id, version_id, code, title_en, title_lo, region, venue_lo, seats, seats_taken, starts_on, ends_on, state, created_at)
       select given.id, course_id, version_id, code || '-' || given.place, title_en, title_lo, region, venue_lo, $3, $3, starts_on, ends_on, 'closed', now()
       from cohorts, unnest($2::uuid[]) with ordinality as given (id, place) where cohorts.id = $1`,
      [model, classes.map(({ cohortId }) => cohortId), size],
    );
    await tx.query(
      `insert into cohort_trainers (cohort_id, person_id, role) select id, $2, 'lead' from unnest($1::uuid[]) id`,
      [classes.map(({ cohortId }) => cohortId), lead.personId],
    );
    await tx.query(
      `insert into enrolments (id, cohort_id, person_id, state, rank_at_enrolment, unit_id, nominated_at, changed_at)
       select enrolment, cohort, person, 'confirmed', 'ຮ້ອຍຕີ', $2, now(), now()
       from jsonb_to_recordset($1::jsonb) as s (cohort uuid, person uuid, enrolment uuid)`,
      [JSON.stringify(seats), unitId],
    );
    await tx.query(
      `insert into attendance (cohort_id, person_id, date, half, mark, marked_at, marked_by, fact_id)
       select cohort, person, day::date, half, 'present', now(), $2, gen_random_uuid()
       from jsonb_to_recordset($1::jsonb) as s (cohort uuid, person uuid),
         generate_series(date '2026-10-11', date '2026-10-13', '1 day') day, unnest(array['am', 'pm']) half`,
      [JSON.stringify(seats), lead.personId],
    );
    await tx.query(
      `insert into attempts (id, cohort_id, person_id, version_id, test_code, number, paper, state, opened_at, due_at, closed_at, points, points_possible, percent, passed)
       select attempt, cohort, person, $2, 'post-test', 1, '{"questions": []}', 'marked', now(), now(), now(), 4, 4, 85, true
       from jsonb_to_recordset($1::jsonb) as s (cohort uuid, person uuid, attempt uuid)`,
      [JSON.stringify(seats), versionId],
    );
  });
  return classes;
}
