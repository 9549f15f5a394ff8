import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';

/** What several facts of one person say of one module; the database joins it with what it knew. */
export interface ProgressToMerge {
  readonly cohort_id: string;
  readonly module_code: string;
  readonly opened_at: Date;
  readonly sections: readonly string[];
  readonly finished_at: Date | null;
}

export interface TriesToMerge {
  readonly cohort_id: string;
  readonly question_id: string;
  readonly first_correct: boolean;
  readonly first_at: Date;
  readonly first_fact: string;
  readonly last_correct: boolean;
  readonly last_at: Date;
  readonly last_fact: string;
}

const mergeProgress = prepared(
  'progress-merge',
  `insert into module_progress as known (cohort_id, person_id, module_code, opened_at, sections, finished_at)
   select given.cohort_id, $1, given.module_code, given.opened_at, given.sections, given.finished_at
   from jsonb_to_recordset($2::jsonb) as given
     (cohort_id uuid, module_code text, opened_at timestamptz, sections text[], finished_at timestamptz)
   order by given.cohort_id, given.module_code
   on conflict (cohort_id, person_id, module_code) do update set
     opened_at = least(known.opened_at, excluded.opened_at),
     finished_at = least(known.finished_at, excluded.finished_at),
     sections = array(select distinct section from unnest(known.sections || excluded.sections) as section order by section)`,
);
const mergeTries = prepared(
  'practice-merge',
  `insert into practice_answers as known
     (cohort_id, person_id, question_id, first_correct, first_at, first_fact, last_correct, last_at, last_fact)
   select given.cohort_id, $1, given.question_id, given.first_correct, given.first_at, given.first_fact,
     given.last_correct, given.last_at, given.last_fact
   from jsonb_to_recordset($2::jsonb) as given (cohort_id uuid, question_id text, first_correct boolean, first_at timestamptz,
     first_fact uuid, last_correct boolean, last_at timestamptz, last_fact uuid)
   order by given.cohort_id, given.question_id
   on conflict (cohort_id, person_id, question_id) do update set
     (first_correct, first_at, first_fact) = (
       select c, a, f from (values (known.first_correct, known.first_at, known.first_fact),
         (excluded.first_correct, excluded.first_at, excluded.first_fact)) as tried (c, a, f) order by a, f limit 1),
     (last_correct, last_at, last_fact) = (
       select c, a, f from (values (known.last_correct, known.last_at, known.last_fact),
         (excluded.last_correct, excluded.last_at, excluded.last_fact)) as tried (c, a, f) order by a desc, f desc limit 1)`,
);

@Injectable()
export class ProgressStore {
  constructor(private readonly queries: Queries) {}

  async mergeProgress(tx: Tx, personId: string, rows: readonly ProgressToMerge[]): Promise<void> {
    await this.queries.within(tx, mergeProgress, [personId, JSON.stringify(rows)]);
  }

  async mergeTries(tx: Tx, personId: string, rows: readonly TriesToMerge[]): Promise<void> {
    await this.queries.within(tx, mergeTries, [personId, JSON.stringify(rows)]);
  }
}
