import { Injectable } from '@nestjs/common';
import { Queries } from '../db/queries.js';
import type { PersonCourse } from './person-courses.contract.js';

@Injectable()
export class PersonCoursesStore {
  constructor(private readonly queries: Queries) {}

  /** Newest first. `seenBy`: only cohorts that this person teaches in or planned. The limit has each cohort looked up by its id. */
  ofPerson(
    personId: string,
    seenBy: string | null,
    after: readonly unknown[] | null,
    limit: number,
  ): Promise<PersonCourse[]> {
    return this.queries.read(
      `select jsonb_build_object('id', c.id, 'code', c.code, 'titleEn', c.title_en, 'titleLo', c.title_lo, 'state', c.state,
           'startsOn', c.starts_on, 'endsOn', c.ends_on, 'yearEstimated', c.year_estimated) as cohort,
         jsonb_build_object('id', k.id, 'titleEn', k.title_en, 'titleLo', k.title_lo) as course,
         tie.enrolment, tie."teamRole"
       from (select e.cohort_id, e.state as enrolment, null as "teamRole" from enrolments e where e.person_id = $1
             union all select t.cohort_id, null, t.role from cohort_trainers t where t.person_id = $1) tie
         cross join lateral (select * from cohorts h where h.id = tie.cohort_id limit 1) c join courses k on k.id = c.course_id
       where ($2::uuid is null or c.created_by = $2
           or exists (select from cohort_trainers own where own.cohort_id = c.id and own.person_id = $2))
         and ($3::date is null or (c.starts_on, c.id) < ($3, $4::uuid))
       order by c.starts_on desc, c.id desc limit $5`,
      [personId, seenBy, ...(after ?? [null, null]), limit],
    );
  }
}
