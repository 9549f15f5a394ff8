import { type Answer, idsIn, recordIn } from './answer.rules.ts';
import type { Asked, AskedItem } from './asked.rules.ts';
import { choiceShare, chosenShare, judgement, type Judgement } from './choice-judging.rules.ts';
import type { Key } from './key.js';
import { foundIn } from './spelling.rules.ts';

export type { Judgement };

export function judged(asked: Asked, key: Key, answer: Answer): Judgement {
  if (asked.type !== 'case') return judgement(share(asked, key, answer));
  const own = recordIn(answer);
  const parts = asked.parts.map((part) => judgement(partShare(part, key, own[part.id] ?? null)));
  if (parts.every((one) => one === 'right')) return 'right';
  return parts.every((one) => one === 'wrong') ? 'wrong' : 'partly';
}

function partShare(part: AskedItem, key: Key, answer: Answer): number {
  const own = key.parts[part.id];
  return own ? share(part, own, answer) : 0;
}

/** The share of the points that an answer earns, as the server marks it; no answer earns nothing. */
export function share(asked: Exclude<Asked, { type: 'case' }>, key: Key, answer: Answer): number {
  if (answer === null) return 0;
  switch (asked.type) {
    case 'hotspot':
      return asked.choose === 'one' ? Number(idsIn(answer)[0] === idsIn(key.right)[0]) : chosenShare(key, true, answer);
    case 'matching': {
      const right = asked.rows.filter((row) => isMatch(key, row.id, answer)).length;
      return byScoring(asked.scoring, right, asked.rows.length);
    }
    case 'ordering': {
      const pairs = inPlace(idsIn(answer), idsIn(key.right)).slice(1);
      return byScoring(asked.scoring, pairs.filter(Boolean).length, pairs.length);
    }
    case 'short-answer':
      return Math.min(1, foundIn(String(answer), key.accepted).filter(Boolean).length / asked.need);
    default:
      return choiceShare(asked, key, answer);
  }
}

export function isMatch(key: Key, row: string, answer: Answer): boolean {
  return key.matches[row]?.includes(String(recordIn(answer)[row] ?? '')) ?? false;
}

/** Step by step of an order given: whether it follows the step that it should follow, or begins as it should. */
export function inPlace(given: readonly string[], right: readonly string[]): boolean[] {
  return given.map((id, n) => {
    const place = right.indexOf(id);
    return place === 0 ? n === 0 : right[place - 1] === given[n - 1];
  });
}

function byScoring(scoring: 'exact' | 'partial', right: number, of: number): number {
  return scoring === 'exact' ? Number(right === of) : right / of;
}
