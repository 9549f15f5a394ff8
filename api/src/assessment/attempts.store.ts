import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { AttemptFacts, WindowFacts } from './attempt.rules.js';
import type { AttemptRow } from './assessment.rows.js';
import type { Answer } from './answer.rules.js';
import type { Paper } from './paper.rules.js';

export interface StoredAttempt extends AttemptFacts {
  readonly cohortId: string;
  readonly personId: string;
  readonly testCode: string;
  readonly versionId: string;
  readonly late: boolean;
  readonly lateAccepted: boolean;
  readonly percent: number | null;
  readonly answered: number;
}

const columns = `a.id, a.cohort_id as "cohortId", a.person_id as "personId", a.version_id as "versionId", a.test_code as "testCode", a.number,
  a.opened_at as "openedAt", a.due_at as "dueAt", a.submitted_at as "submittedAt", a.closed_at as "closedAt", a.passed, a.percent, a.late,
  a.late_accepted_at is not null as "lateAccepted"`;
const answered = `(select count(distinct r.question_id)::int from responses r where r.attempt_id = a.id and r.answer <> 'null') as answered`;

const ofPerson = prepared<StoredAttempt>(
  'attempts-of-person',
  `select ${columns}, 0 as answered from attempts a where a.person_id = $1 and a.cohort_id = any($2::uuid[]) order by a.opened_at`,
);
const ofCohort = prepared<StoredAttempt>(
  'attempts-of-cohort',
  `select ${columns}, ${answered} from attempts a where a.cohort_id = $1 order by a.test_code, a.person_id, a.number`,
);
/** Oldest first. */
const papers = prepared<{ testCode: string; paper: Paper }>(
  'attempt-papers',
  `select test_code as "testCode", paper from attempts where person_id = $1 and cohort_id = $2 order by opened_at, id`,
);
const savedAnswers = prepared<{ question: string; seq: number; answer: Answer }>(
  'attempt-answers',
  `select distinct on (question_id) question_id as question, seq, answer from responses where attempt_id = $1 order by question_id, seq desc`,
);
const windows = prepared<WindowFacts & { cohortId: string; testCode: string }>(
  'test-windows',
  `select cohort_id as "cohortId", test_code as "testCode", opened_at as "openedAt", closed_at as "closedAt"
   from test_windows where cohort_id = any($1::uuid[])`,
);
const windowForShare = prepared<WindowFacts>(
  'test-window-share',
  `select opened_at as "openedAt", closed_at as "closedAt" from test_windows where cohort_id = $1 and test_code = $2 for share`,
);

@Injectable()
export class AttemptsStore {
  constructor(private readonly queries: Queries) {}

  ofPerson(personId: string, cohortIds: readonly string[], tx?: Tx): Promise<StoredAttempt[]> {
    const values = [personId, cohortIds];
    return tx === undefined ? this.queries.all(ofPerson, values) : this.queries.within(tx, ofPerson, values);
  }

  ofCohort(cohortId: string): Promise<StoredAttempt[]> {
    return this.queries.all(ofCohort, [cohortId]);
  }

  papers(personId: string, cohortId: string) {
    return this.queries.all(papers, [personId, cohortId]);
  }

  answers(attemptId: string) {
    return this.queries.all(savedAnswers, [attemptId]);
  }

  windows(cohortIds: readonly string[]) {
    return this.queries.all(windows, [cohortIds]);
  }

  /** Codes of the tests that were opened at some time. */
  async opened(cohortId: string, tx?: Tx): Promise<string[]> {
    const found = tx === undefined ? this.windows([cohortId]) : this.queries.within(tx, windows, [[cohortId]]);
    return (await found).map(({ testCode }) => testCode);
  }

  /** The window, held open until this transaction ends: nobody closes a test while an attempt is being begun. */
  async heldWindow(tx: Tx, cohortId: string, testCode: string): Promise<WindowFacts | null> {
    return (await this.queries.within(tx, windowForShare, [cohortId, testCode]))[0] ?? null;
  }

  /** False when the person began the same attempt at the same moment elsewhere. */
  async add(
    tx: Tx,
    row: Pick<
      AttemptRow,
      | 'id'
      | 'cohortId'
      | 'personId'
      | 'versionId'
      | 'testCode'
      | 'number'
      | 'paper'
      | 'openedAt'
      | 'dueAt'
      | 'pointsPossible'
    >,
  ): Promise<boolean> {
    const added = await tx.query(
      `insert into attempts (id, cohort_id, person_id, version_id, test_code, number, paper, state, opened_at, due_at, points_possible)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $10) on conflict (cohort_id, person_id, test_code, number) do nothing returning id`,
      [
        row.id,
        row.cohortId,
        row.personId,
        row.versionId,
        row.testCode,
        row.number,
        row.paper,
        row.openedAt,
        row.dueAt,
        row.pointsPossible,
      ],
    );
    return added.length === 1;
  }

  async openWindow(tx: Tx, cohortId: string, testCode: string, now: Date, by: string): Promise<boolean> {
    const opened = await tx.query(
      `insert into test_windows as w (cohort_id, test_code, opened_at, opened_by) values ($1, $2, $3, $4)
       on conflict (cohort_id, test_code) do update set opened_at = $3, opened_by = $4, closed_at = null, closed_by = null
       where w.closed_at is not null returning cohort_id`,
      [cohortId, testCode, now, by],
    );
    return opened.length === 1;
  }

  /** Closes the window and every attempt under it; returns the ids of the attempts, or null when it was not open. */
  async closeWindow(tx: Tx, cohortId: string, testCode: string, now: Date, by: string): Promise<string[] | null> {
    const [closed] = await tx.query(
      `update test_windows set closed_at = $3, closed_by = $4 where cohort_id = $1 and test_code = $2 and closed_at is null returning cohort_id`,
      [cohortId, testCode, now, by],
    );
    if (closed.length === 0) return null;
    const [attempts] = await tx.query(
      `update attempts set closed_at = $3 where id in (
         select id from attempts where cohort_id = $1 and test_code = $2 and closed_at is null order by id for update) returning id`,
      [cohortId, testCode, now],
    );
    return attempts.map((row: { id: string }) => row.id);
  }

  async acceptLate(tx: Tx, attemptId: string, now: Date, by: string): Promise<boolean> {
    const [accepted] = await tx.query(
      `update attempts set late_accepted_at = $2, late_accepted_by = $3 where id = $1 and late and late_accepted_at is null returning id`,
      [attemptId, now, by],
    );
    return accepted.length === 1;
  }

  async cohortOf(attemptId: string): Promise<string | null> {
    const [row] = await this.queries.read<{ cohort_id: string }>(`select cohort_id from attempts where id = $1`, [
      attemptId,
    ]);
    return row?.cohort_id ?? null;
  }
}
