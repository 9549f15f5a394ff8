import { Injectable } from '@nestjs/common';
import { Queries, prepared } from '../db/queries.js';

export interface LearnerCohort {
  readonly id: string;
  readonly versionId: string;
  readonly variant: string | null;
  readonly code: string;
  readonly title: { readonly en: string; readonly lo: string | null };
  readonly venue: { readonly en: string | null; readonly lo: string };
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: string;
}

interface StoredProgress {
  readonly cohortId: string;
  readonly moduleCode: string;
  readonly openedAt: Date;
  readonly sections: readonly string[];
  readonly finishedAt: Date | null;
}

const cohortsOf = prepared<LearnerCohort>(
  'learner-cohorts',
  `select c.id, c.version_id as "versionId", c.variant, c.code, jsonb_build_object('en', c.title_en, 'lo', c.title_lo) as title,
     jsonb_build_object('en', c.venue_en, 'lo', c.venue_lo) as venue, c.starts_on as "startsOn", c.ends_on as "endsOn", c.state
   from enrolments e join cohorts c on c.id = e.cohort_id
   where e.person_id = $1 and e.state in ('confirmed', 'completed', 'incomplete') and c.state <> 'cancelled'
   order by c.starts_on desc limit 12`,
);
const progressOf = prepared<StoredProgress>(
  'learner-progress',
  `select cohort_id as "cohortId", module_code as "moduleCode", opened_at as "openedAt", sections, finished_at as "finishedAt"
   from module_progress where person_id = $1 and cohort_id = any($2::uuid[])`,
);
const practiceOf = prepared<{ cohortId: string; moduleCode: string; answered: number; correct: number }>(
  'learner-practice',
  `select a.cohort_id as "cohortId", q.module_code as "moduleCode", count(*)::int as answered,
     (count(*) filter (where a.last_correct))::int as correct
   from practice_answers a join cohorts c on c.id = a.cohort_id
     cross join lateral (select c.version_id union select s.version_id from cohort_pins s where s.cohort_id = c.id and s.kind = 'module') v
     join questions q on q.version_id = v.version_id and q.id = a.question_id
     left join cohort_pins s on s.cohort_id = c.id and s.kind = 'module' and s.code = q.module_code
   where a.person_id = $1 and a.cohort_id = any($2::uuid[]) and q.version_id = coalesce(s.version_id, c.version_id)
   group by a.cohort_id, q.module_code`,
);

@Injectable()
export class LearningStore {
  constructor(private readonly queries: Queries) {}

  cohortsOf(personId: string): Promise<LearnerCohort[]> {
    return this.queries.all(cohortsOf, [personId]);
  }

  progressOf(personId: string, cohortIds: readonly string[]): Promise<StoredProgress[]> {
    return this.queries.all(progressOf, [personId, cohortIds]);
  }

  practiceOf(personId: string, cohortIds: readonly string[]) {
    return this.queries.all(practiceOf, [personId, cohortIds]);
  }
}
