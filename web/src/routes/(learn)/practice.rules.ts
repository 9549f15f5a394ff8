import type { components } from '#lib/api/schema.js';

export type PracticeQuestion = components['schemas']['PracticeQuestion'];
export type PracticeAnswer = string | string[] | boolean | number;
export type Judgement = 'right' | 'partly' | 'wrong';

/** How a practice answer is to be judged. Nothing is graded by it: the key came with the page, to answer at once. */
export function judged({ type, options, answer: key }: PracticeQuestion, answer: PracticeAnswer): Judgement {
  if (type === 'true-false') return answer === key ? 'right' : 'wrong';
  if (type === 'number') {
    if (typeof key !== 'object' || key === null || typeof answer !== 'number') return 'wrong';
    return Math.abs(answer - key.value) <= key.tolerance + 1e-9 ? 'right' : 'wrong';
  }
  const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
  const right = (options ?? []).filter((option) => option.correct);
  const hits = right.filter((option) => chosen.has(option.id)).length;
  if (hits === right.length && chosen.size === hits) return 'right';
  return hits > chosen.size - hits ? 'partly' : 'wrong';
}

/** What a person typed for a number: Lao digits, a comma or a point. Null when it is none. */
export function typedNumber(text: string): number | null {
  const latin = text
    .trim()
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
    .replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(latin) ? Number(latin) : null;
}
