import type { Question } from '../format/index.js';
import type { Answer } from './paper.rules.js';

export interface Marked {
  readonly points: number;
  readonly percent: number;
  readonly passed: boolean;
}

/**
 * The points an answer earns. `multiple` with `partial`: right choices minus wrong choices over the number of right ones, never
 * below zero; with `exact`: all or nothing. A number is right within its tolerance, both ends included. No answer earns nothing.
 */
export function pointsFor(question: Question, answer: Answer | undefined): number {
  if (answer === undefined || answer === null) return 0;
  return question.points * shareOf(question, answer);
}

function shareOf(question: Question, answer: Exclude<Answer, null>): number {
  switch (question.type) {
    case 'single':
      return question.options.some((option) => option.correct && option.id === answer) ? 1 : 0;
    case 'multiple': {
      const chosen = new Set(Array.isArray(answer) ? (answer as readonly string[]) : []);
      const key = question.options.filter((option) => option.correct).map((option) => option.id);
      const right = key.filter((id) => chosen.has(id)).length;
      const wrong = chosen.size - right;
      if (question.scoring === 'exact') return right === key.length && wrong === 0 ? 1 : 0;
      return Math.max(0, right - wrong) / key.length;
    }
    case 'true-false':
      return answer === question.answer ? 1 : 0;
    case 'number':
      return typeof answer === 'number' &&
        Math.abs(answer - question.answer.value) <= question.answer.tolerance + rounding
        ? 1
        : 0;
  }
}

/** Decimal fractions are not exact in binary: 18.5 − 18 and 0.5 may differ in the last digit. */
const rounding = 1e-9;

/** The marks of a paper. The percentage has one decimal; whether it is enough is decided before rounding. */
export function marks(earned: readonly number[], possible: number, passPercent: number): Marked {
  const points = earned.reduce((sum, one) => sum + one, 0);
  const share = possible === 0 ? 0 : (points * 100) / possible;
  return {
    points: Math.round(points * 1000) / 1000,
    percent: Math.round(share * 10) / 10,
    passed: possible > 0 && share + rounding >= passPercent,
  };
}
