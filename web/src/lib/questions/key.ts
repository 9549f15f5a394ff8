import type { Answer } from './answer.rules.js';
import type { Said } from './asked.rules.js';

/** What marks a question: known of practice questions, and of a test when it is closed. */
export interface Key {
  /** An answer that earns every point. */
  readonly right: Answer;
  /** How far a number may be off. */
  readonly tolerance: number;
  /** Of a matching: every right choice, row by row. */
  readonly matches: Readonly<Record<string, readonly string[]>>;
  /** Of a short answer: the spellings of each right answer. */
  readonly accepted: readonly (readonly string[])[];
  /** Of a case. */
  readonly parts: Readonly<Record<string, PartKey>>;
}

export interface PartKey extends Key {
  readonly rationale: Said;
}
