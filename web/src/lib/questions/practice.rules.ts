import type { ItemAnswer } from './answer.rules.ts';
import type { Asked, AskedItem, Entry } from './asked.rules.ts';
import { correct, keyOfChoice, nothing } from './choice-practice.rules.ts';
import type { Key } from './key.js';
import type { PracticePart, PracticeQuestion } from './practice-question.js';

/* Questions of a lesson, which come in one language and with what marks them. */

/** A practice question comes with its key; the steps and choices of one are mixed, alike at every visit. */
export function askedInPractice(question: PracticeQuestion): Asked {
  const { id } = question;
  const prompt = { text: question.prompt };
  switch (question.type) {
    case 'case':
      return { id, prompt, type: question.type, parts: question.parts.map((part) => partInPractice(part, id)) };
    case 'mrz':
      return {
        id,
        prompt,
        type: question.type,
        ask: question.ask,
        shown: question.shown,
        choices: 'choices' in question ? question.choices : null,
      };
    case 'hotspot': {
      const { type, choose, picture } = question;
      const spots = question.spots.map((spot) => ({ id: spot.id, at: spot.at, text: spot.label }));
      return { id, prompt, type, choose, picture, alt: { text: question.alt }, spots };
    }
    default:
      return partInPractice(question);
  }
}

function partInPractice(part: PracticePart, caseId = ''): AskedItem {
  const fields = { id: part.id, prompt: { text: part.prompt } };
  const entries = (list: readonly Entry[]): Entry[] => list.map(({ id, text }) => ({ id, text }));
  const seed = `${caseId} ${part.id}`;
  switch (part.type) {
    case 'single':
      return { ...fields, type: part.type, options: entries(part.options) };
    case 'multiple':
      return { ...fields, type: part.type, options: entries(part.options), scoring: part.scoring };
    case 'matching': {
      const { type, scoring } = part;
      return { ...fields, type, scoring, rows: entries(part.rows), choices: mixed(entries(part.choices), seed) };
    }
    case 'ordering':
      return { ...fields, type: part.type, steps: mixed(entries(part.steps), seed), scoring: part.scoring };
    case 'short-answer':
      return { ...fields, type: part.type, need: part.need };
    default:
      return { ...fields, type: part.type };
  }
}

/**
 * The entries in another order than the one given, the same for the same seed: each has a number from the seed and its id
 * (FNV-1a, mixed), and they stand by it. Where that would be the order given, the first goes to the end.
 */
export function mixed<T extends { readonly id: string }>(entries: readonly T[], seed: string): T[] {
  const placed = entries.map((entry) => [numberOf(`${seed} ${entry.id}`), entry] as const);
  const result = placed.sort(([a], [b]) => a - b).map(([, entry]) => entry);
  return result.every((entry, n) => entry === entries[n]) ? [...result.slice(1), ...result.slice(0, 1)] : result;
}

function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

export function keyOfPractice(question: PracticeQuestion): Key {
  switch (question.type) {
    case 'case': {
      const parts = question.parts.map(
        (part) => [part.id, { ...keyOfPart(part), rationale: { text: part.rationale } }] as const,
      );
      const right = Object.fromEntries(parts.map(([id, key]) => [id, key.right as ItemAnswer]));
      return { ...nothing, right, parts: Object.fromEntries(parts) };
    }
    case 'mrz':
      return { ...nothing, right: question.answer };
    case 'hotspot': {
      const right = correct(question.spots);
      return { ...nothing, right: question.choose === 'one' ? (right[0] ?? null) : right };
    }
    default:
      return keyOfPart(question);
  }
}

function keyOfPart(part: PracticePart): Key {
  switch (part.type) {
    case 'matching': {
      const matches = Object.fromEntries(part.rows.map((row) => [row.id, row.match]));
      return { ...nothing, right: Object.fromEntries(part.rows.map((row) => [row.id, row.match[0] ?? ''])), matches };
    }
    case 'ordering':
      return { ...nothing, right: part.steps.map((step) => step.id) };
    case 'short-answer': {
      const right = part.accept.slice(0, part.need).map(([first = '']) => first);
      return { ...nothing, right: right.join(', '), accepted: part.accept };
    }
    default:
      return keyOfChoice(part);
  }
}
