import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Answer } from './answer.rules.js';
import type { Paper } from './paper.rules.js';

export interface AttemptForAnswer {
  readonly id: string;
  readonly personId: string;
  readonly state: 'open' | 'submitted' | 'marked';
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly submittedSeq: number | null;
  readonly late: boolean;
  readonly paper: Paper;
}

export interface AnswerToSave {
  readonly attempt_id: string;
  readonly question_id: string;
  readonly late: boolean;
  readonly seq: number;
  readonly answer: Answer;
  readonly answered_at: Date;
  readonly recorded_at: Date;
  readonly device_id: string;
  readonly fact_id: string;
}

/** Shared locks: answers do not wait for each other, and the closing of an attempt waits for answers under way. */
export const attemptsForAnswers = prepared<AttemptForAnswer>(
  'answer-attempts',
  `select id, person_id as "personId", state, due_at as "dueAt", closed_at as "closedAt", submitted_seq as "submittedSeq", late, paper
   from attempts where id = any($1::uuid[]) order by id for share`,
);
export const saveAnswers = prepared<{ fact_id: string }>(
  'answer-save',
  `insert into responses as known (attempt_id, question_id, late, seq, answer, answered_at, recorded_at, device_id, fact_id)
   select given.attempt_id, given.question_id, given.late, given.seq, coalesce(given.answer, 'null'), given.answered_at,
     given.recorded_at, given.device_id, given.fact_id
   from jsonb_to_recordset($1::jsonb) as given (attempt_id uuid, question_id text, late boolean, seq bigint, answer jsonb,
     answered_at timestamptz, recorded_at timestamptz, device_id uuid, fact_id uuid)
   order by given.attempt_id, given.question_id, given.late
   on conflict (attempt_id, question_id, late) do update set seq = excluded.seq, answer = excluded.answer, answered_at = excluded.answered_at,
     recorded_at = excluded.recorded_at, device_id = excluded.device_id, fact_id = excluded.fact_id
   where (known.seq, known.fact_id) < (excluded.seq, excluded.fact_id)
   returning fact_id`,
);
const flagLate = prepared(
  'attempt-flag-late',
  `update attempts set late = true where id = any($1::uuid[]) and not late`,
);
const submit = prepared(
  'attempt-submit',
  `update attempts set submitted_seq = $2, submitted_at = $3, received_at = coalesce(received_at, $4) where id = $1`,
);
const lockAttempts = prepared<AttemptForAnswer>(
  'attempt-lock',
  `select id, person_id as "personId", state, due_at as "dueAt", closed_at as "closedAt", submitted_seq as "submittedSeq", late, paper
   from attempts where id = any($1::uuid[]) order by id for update`,
);

@Injectable()
export class AnswersStore {
  constructor(private readonly queries: Queries) {}

  attempts(tx: Tx, ids: readonly string[]): Promise<AttemptForAnswer[]> {
    return this.queries.within(tx, attemptsForAnswers, [ids]);
  }

  lock(tx: Tx, ids: readonly string[]): Promise<AttemptForAnswer[]> {
    return this.queries.within(tx, lockAttempts, [ids]);
  }

  /** Saves those that are newer than what is saved, and says which. */
  async save(tx: Tx, rows: readonly AnswerToSave[]): Promise<Set<string>> {
    return new Set((await this.queries.within(tx, saveAnswers, [JSON.stringify(rows)])).map((row) => row.fact_id));
  }

  async flagLate(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.queries.within(tx, flagLate, [ids]);
  }

  async submit(tx: Tx, id: string, seq: number, submittedAt: Date, receivedAt: Date): Promise<void> {
    await this.queries.within(tx, submit, [id, seq, submittedAt, receivedAt]);
  }
}
