import { type Answer, idsIn } from './answer.rules.ts';
import type { Asked } from './asked.rules.ts';
import type { Key } from './key.js';

export type Judgement = 'right' | 'partly' | 'wrong';

/** Decimal fractions are not exact in binary: 18.5 − 18 and 0.5 may differ in the last digit. */
const rounding = 1e-9;

/** The share of the points that an answer earns to a type that every page can show; as the server marks it. */
export function choiceShare(asked: Pick<Asked, 'type'> & { scoring?: 'exact' | 'partial' }, key: Key, answer: Answer) {
  if (asked.type === 'number')
    return Number(typeof answer === 'number' && Math.abs(answer - Number(key.right)) <= key.tolerance + rounding);
  return asked.type === 'multiple'
    ? chosenShare(key, asked.scoring === 'partial', answer)
    : Number(answer === key.right);
}

/** Right choices less wrong ones over the number of right ones, never below zero; without `partial`, all or nothing. */
export function chosenShare(key: Key, partial: boolean, answer: Answer): number {
  const right = idsIn(key.right);
  const chosen = idsIn(answer);
  const hits = chosen.filter((id) => right.includes(id)).length;
  const wrong = chosen.length - hits;
  if (!partial) return Number(hits === right.length && wrong === 0);
  return Math.max(0, hits - wrong) / right.length;
}

/** How an answer of practice is spoken of. Nothing is graded by it: the key came with the page, to answer at once. */
export function judgement(share: number): Judgement {
  return share >= 1 - rounding ? 'right' : share > 0 ? 'partly' : 'wrong';
}
