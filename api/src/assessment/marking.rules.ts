import { mrzTask, type Question, type QuestionPart } from '../format/index.js';
import { searchKey } from '../kernel/text.js';
import { type Answer, isRecord } from './answer.rules.js';

export interface Marked {
  readonly points: number;
  readonly percent: number;
  readonly passed: boolean;
}

type Plain = QuestionPart | Exclude<Question, { type: 'case' }>;

/**
 * The points an answer earns. No answer earns nothing.
 * - `multiple` and several hotspots with `partial`: right choices minus wrong choices over the number of right ones, never below
 *   zero; with `exact`: all or nothing.
 * - `matching` with `partial`: rows that are right over rows.
 * - `ordering` with `partial`: pairs of neighbours of the right order that stand so in the answer, over the number of pairs.
 * - A number is right within its tolerance, both ends included.
 * - `short-answer`: different right answers found over the number asked for, at most one.
 * - A case is the sum of its parts.
 */
export function pointsFor(question: Question, answer: Answer | undefined): number {
  if (answer === undefined || answer === null) return 0;
  if (question.type !== 'case') return question.points * shareOf(question, answer);
  if (!isRecord(answer)) return 0;
  const earned = question.parts.reduce((sum, part) => {
    const own = Object.hasOwn(answer, part.id) ? answer[part.id] : undefined;
    return own === undefined ? sum : sum + part.points * shareOf(part, own as Answer);
  }, 0);
  return earned;
}

function shareOf(question: Plain, answer: Answer): number {
  switch (question.type) {
    case 'single':
      return question.options.some((option) => option.correct && option.id === answer) ? 1 : 0;
    case 'multiple':
      return chosenShare(question.options, question.scoring, idsIn(answer));
    case 'hotspot':
      return question.choose === 'one'
        ? Number(question.spots.some((spot) => spot.correct && spot.id === idsIn(answer)[0]))
        : chosenShare(question.spots, 'partial', idsIn(answer));
    case 'matching': {
      if (!isRecord(answer)) return 0;
      const right = question.rows.filter(
        ({ id, match }) => Object.hasOwn(answer, id) && match.includes(String(answer[id])),
      ).length;
      return byScoring(question.scoring, right, question.rows.length);
    }
    case 'ordering': {
      const given = idsIn(answer);
      const places = new Map(given.map((id, index) => [id, index]));
      const pairs = question.steps.slice(1);
      const kept = pairs.filter((step, index) => {
        const before = places.get(question.steps[index]!.id);
        return before !== undefined && places.get(step.id) === before + 1;
      }).length;
      return byScoring(question.scoring, kept, pairs.length);
    }
    case 'true-false':
      return answer === question.answer ? 1 : 0;
    case 'number':
      return typeof answer === 'number' &&
        Math.abs(answer - question.answer.value) <= question.answer.tolerance + rounding
        ? 1
        : 0;
    case 'short-answer': {
      const named = namedIn(String(answer));
      const found = question.accept.filter(({ en, lo }) =>
        [...en, ...lo].some((one) => one.trim() !== '' && named.has(spelling(one))),
      );
      return Math.min(1, found.length / question.need);
    }
    case 'mrz':
      return answer === mrzTask(question.mrz).answer ? 1 : 0;
  }
}

function idsIn(answer: Answer): readonly string[] {
  return typeof answer === 'string' ? [answer] : Array.isArray(answer) ? (answer as readonly string[]) : [];
}

function chosenShare(
  entries: readonly { readonly id: string; readonly correct: boolean }[],
  scoring: 'exact' | 'partial',
  answer: readonly string[],
): number {
  const chosen = new Set(answer);
  const key = entries.filter((entry) => entry.correct).map((entry) => entry.id);
  const right = key.filter((id) => chosen.has(id)).length;
  const wrong = chosen.size - right;
  if (scoring === 'exact') return right === key.length && wrong === 0 ? 1 : 0;
  return Math.max(0, right - wrong) / key.length;
}

function byScoring(scoring: 'exact' | 'partial', right: number, of: number): number {
  if (scoring === 'exact') return right === of ? 1 : 0;
  return right / of;
}

/**
 * The answers in what a person wrote, one or several: what commas, semicolons, lines and “and” divide, and a few neighbours of
 * that together, because an accepted answer may have a comma or an “and” of its own.
 */
function namedIn(written: string): ReadonlySet<string> {
  const pieces = written.split(/([,;\n\u060C、]|\sand\s|\sແລະ\s|\sຫຼື\s|\sor\s)/iu);
  const named = new Set([spelling(written)]);
  for (let from = 0; from < pieces.length; from += 2)
    for (let to = from + 1; to <= Math.min(from + mostTogether, pieces.length); to += 2)
      named.add(spelling(pieces.slice(from, to).join('')));
  return named;
}

/** Four pieces, and the three dividers between them. */
const mostTogether = 7;

/**
 * What makes two spellings the same answer: case, spaces, punctuation and the order of Lao marks do not count, except where there
 * is nothing else: the filler of a machine-readable zone is “<”.
 */
function spelling(text: string): string {
  const key = searchKey(text);
  return key.replace(/[^\p{L}\p{M}\p{N}]/gu, '') || key;
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
