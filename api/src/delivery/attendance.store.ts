import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { AttendanceMark, Half } from './attendance.rules.js';

export interface MarkToPut {
  readonly cohort_id: string;
  readonly person_id: string;
  readonly date: string;
  readonly half: Half;
  readonly mark: AttendanceMark;
  readonly marked_at: Date;
  readonly marked_by: string;
  readonly fact_id: string;
}

export interface StoredMark {
  readonly cohortId: string;
  readonly personId: string;
  readonly date: string;
  readonly half: Half;
  readonly mark: AttendanceMark;
  readonly markedAt: Date;
}

interface PutMark extends Omit<MarkToPut, 'marked_at' | 'marked_by'> {
  readonly old_mark: AttendanceMark | null;
  readonly old_by: string | null;
  readonly old_at: Date | null;
}

const putMarks = prepared<PutMark>(
  'attendance-put',
  `with given as (
     select * from jsonb_to_recordset($1::jsonb) as given
       (cohort_id uuid, person_id uuid, date date, half text, mark text, marked_at timestamptz, marked_by uuid, fact_id uuid)
   ), before as (
     select a.* from attendance a join given using (cohort_id, person_id, date, half)
     order by a.cohort_id, a.person_id, a.date, a.half for update of a
   ), put as (
     insert into attendance as known (cohort_id, person_id, date, half, mark, marked_at, marked_by, fact_id)
     select cohort_id, person_id, date, half, mark, marked_at, marked_by, fact_id from given
     where (select count(*) from before) >= 0
     order by cohort_id, person_id, date, half
     on conflict (cohort_id, person_id, date, half) do update
     set mark = excluded.mark, marked_at = excluded.marked_at, marked_by = excluded.marked_by, fact_id = excluded.fact_id
     where (known.marked_at, known.fact_id) < (excluded.marked_at, excluded.fact_id)
     returning *
   )
   select put.cohort_id, put.person_id, put.date, put.half, put.mark, put.fact_id,
     before.mark as old_mark, before.marked_by as old_by, before.marked_at as old_at
   from put left join before using (cohort_id, person_id, date, half)`,
);
const marksOfCohort = prepared<StoredMark>(
  'attendance-of-cohort',
  `select cohort_id as "cohortId", person_id as "personId", date, half, mark, marked_at as "markedAt"
   from attendance where cohort_id = $1 order by person_id, date, half`,
);
const marksOfPerson = prepared<StoredMark>(
  'attendance-of-person',
  `select cohort_id as "cohortId", person_id as "personId", date, half, mark, marked_at as "markedAt"
   from attendance where cohort_id = any($1::uuid[]) and person_id = $2 order by date, half`,
);

@Injectable()
export class AttendanceStore {
  constructor(private readonly queries: Queries) {}

  /** Puts marks that are later than what stands and returns those, with what stood there. */
  put(tx: Tx, marks: readonly MarkToPut[]): Promise<PutMark[]> {
    return this.queries.within(tx, putMarks, [JSON.stringify(marks)]);
  }

  ofCohort(cohortId: string): Promise<StoredMark[]> {
    return this.queries.all(marksOfCohort, [cohortId]);
  }

  ofPerson(cohortIds: readonly string[], personId: string): Promise<StoredMark[]> {
    return this.queries.all(marksOfPerson, [cohortIds, personId]);
  }
}
