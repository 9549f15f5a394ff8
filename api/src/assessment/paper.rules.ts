import type { Question } from '../format/index.js';
import { randomFrom, shuffled } from './random.rules.js';

/** A question as it stands on one person's paper. Its text and key are those of the version, which never changes. */
export interface PaperQuestion {
  readonly id: string;
  readonly type: Question['type'];
  readonly objective: string;
  readonly points: number;
  /** Option ids in the order shown; null where there are none. */
  readonly options: readonly string[] | null;
}

/** What an attempt keeps for ever: which questions, in which order, with the keys of which version. */
export interface Paper {
  readonly seed: string;
  readonly contentHash: string;
  readonly questions: readonly PaperQuestion[];
}

export interface DrawRule {
  readonly module: string;
  readonly count: number;
}

export interface BankQuestion {
  readonly moduleCode: string;
  readonly content: Question;
}

/**
 * Draws a paper: from each module as many questions as the test says, then all of them and their options in a random order.
 * Questions of an earlier paper of the same person come again only when the bank has no others. The same seed and bank give the
 * same paper.
 */
export function paper(
  seed: string,
  contentHash: string,
  draw: readonly DrawRule[],
  bank: readonly BankQuestion[],
  seenBefore: ReadonlySet<string> = new Set(),
): Paper {
  const random = randomFrom(seed);
  const drawn = draw.flatMap(({ module, count }) => {
    const mixed = shuffled(
      bank.filter((one) => one.moduleCode === module).map((one) => one.content),
      random,
    );
    const fresh = mixed.filter((question) => !seenBefore.has(question.id));
    return [...fresh, ...mixed.filter((question) => seenBefore.has(question.id))].slice(0, count);
  });
  const questions = shuffled(drawn, random).map((question) => ({
    id: question.id,
    type: question.type,
    objective: question.objective,
    points: question.points,
    options:
      'options' in question
        ? shuffled(
            question.options.map((option) => option.id),
            random,
          )
        : null,
  }));
  return { seed, contentHash, questions };
}

export function pointsPossible({ questions }: Pick<Paper, 'questions'>): number {
  return questions.reduce((sum, question) => sum + question.points, 0);
}

/** An answer as it is sent: an option, several, true or false, a number; null takes an answer back. */
export type Answer = string | readonly string[] | boolean | number | null;

/** Whether the answer can be one to the question, right or wrong. */
export function fits({ type, options }: PaperQuestion, answer: Answer): boolean {
  if (answer === null) return true;
  if (type === 'single') return typeof answer === 'string' && options!.includes(answer);
  if (type === 'multiple')
    return (
      Array.isArray(answer) && new Set(answer).size === answer.length && answer.every((id) => options!.includes(id))
    );
  if (type === 'true-false') return typeof answer === 'boolean';
  return typeof answer === 'number' && Number.isFinite(answer);
}
