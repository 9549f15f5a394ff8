import { Injectable } from '@nestjs/common';
import type { Question } from '../format/index.js';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { StoredAnswer } from './attempt.rules.js';
import type { Answer } from './answer.rules.js';
import type { Paper } from './paper.rules.js';

export interface AttemptToMark {
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly versionId: string;
  readonly paper: Paper;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly submittedSeq: number | null;
  readonly lateAccepted: boolean;
  readonly percent: number | null;
  readonly pointsPossible: number;
  readonly passPercent: number;
}

export type AnswerToMark = StoredAnswer<Answer> & { readonly attemptId: string };

const attemptsToMark = prepared<AttemptToMark>(
  'marking-attempts',
  `select a.id, a.cohort_id as "cohortId", a.person_id as "personId", a.version_id as "versionId", a.paper, a.due_at as "dueAt",
     a.closed_at as "closedAt", a.submitted_seq as "submittedSeq", a.late_accepted_at is not null as "lateAccepted", a.percent,
     a.points_possible as "pointsPossible", t.pass_percent as "passPercent"
   from attempts a join tests t on t.version_id = a.version_id and t.code = a.test_code
   where a.id = any($1::uuid[]) order by a.id for update of a`,
);
const answersToMark = prepared<AnswerToMark>(
  'marking-answers',
  `select attempt_id as "attemptId", question_id as "questionId", late, seq, fact_id as "factId", answer
   from responses where attempt_id = any($1::uuid[])`,
);
const keys = prepared<{ versionId: string; content: Question }>(
  'marking-keys',
  `select q.version_id as "versionId", q.content from questions q
   join unnest($1::uuid[], $2::text[]) as wanted (version_id, id) on wanted.version_id = q.version_id and wanted.id = q.id`,
);
const dropAfter = prepared(
  'marking-drop-after',
  `delete from responses where attempt_id = $1 and not late and seq > $2`,
);
/* The facts keep every answer ever sent: what a later one had replaced is found there. */
const restoreBefore = prepared(
  'marking-restore-before',
  `insert into responses (attempt_id, question_id, late, seq, answer, answered_at, recorded_at, device_id, fact_id)
   select distinct on (payload->>'question') $1::uuid, payload->>'question', false, (payload->>'seq')::bigint, payload->'answer',
     occurred_at, recorded_at, device_id, id
   from facts
   where cohort_id = $2 and kind = 'answer.saved' and verdict = 'accepted' and actor_id = $3 and payload->>'attempt' = $1::text
     and (payload->>'seq')::bigint <= $4 and recorded_at <= $5
   order by payload->>'question', (payload->>'seq')::bigint desc, id desc
   on conflict (attempt_id, question_id, late) do nothing`,
);
const saveMarks = prepared(
  'marking-save',
  `update attempts set state = 'marked', points = given.points, percent = given.percent, passed = given.passed
   from jsonb_to_recordset($1::jsonb) as given (id uuid, points float8, percent float8, passed boolean) where attempts.id = given.id`,
);
const savePoints = prepared(
  'marking-save-points',
  `update responses set points = given.points
   from jsonb_to_recordset($1::jsonb) as given (attempt_id uuid, question_id text, late boolean, points float8)
   where responses.attempt_id = given.attempt_id and responses.question_id = given.question_id and responses.late = given.late`,
);

@Injectable()
export class MarkingStore {
  constructor(private readonly queries: Queries) {}

  attempts(tx: Tx, ids: readonly string[]): Promise<AttemptToMark[]> {
    return this.queries.within(tx, attemptsToMark, [ids]);
  }

  answers(tx: Tx, ids: readonly string[]): Promise<AnswerToMark[]> {
    return this.queries.within(tx, answersToMark, [ids]);
  }

  /** Read on the transaction's own connection: thirty people send at the same minute, and the pool is smaller. */
  keys(tx: Tx, wanted: readonly { readonly versionId: string; readonly id: string }[]) {
    return this.queries.within(tx, keys, [wanted.map((one) => one.versionId), wanted.map((one) => one.id)]);
  }

  /** Makes the answers in time what they were when the attempt was sent. */
  async rewind(tx: Tx, attempt: AttemptToMark, deadline: Date): Promise<void> {
    await this.queries.within(tx, dropAfter, [attempt.id, attempt.submittedSeq]);
    await this.queries.within(tx, restoreBefore, [
      attempt.id,
      attempt.cohortId,
      attempt.personId,
      attempt.submittedSeq,
      deadline,
    ]);
  }

  async save(
    tx: Tx,
    marks: readonly {
      readonly id: string;
      readonly points: number;
      readonly percent: number;
      readonly passed: boolean;
    }[],
    points: readonly {
      readonly attempt_id: string;
      readonly question_id: string;
      readonly late: boolean;
      readonly points: number | null;
    }[],
  ): Promise<void> {
    await this.queries.within(tx, saveMarks, [JSON.stringify(marks)]);
    await this.queries.within(tx, savePoints, [JSON.stringify(points)]);
  }
}
