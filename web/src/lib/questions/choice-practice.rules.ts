import { isAnswered, type Answer } from './answer.rules.ts';
import type { Asked, AskedItem } from './asked.rules.js';
import { choiceShare, judgement, type Judgement } from './choice-judging.rules.ts';
import type { Key } from './key.js';
import type { PracticePart, PracticeQuestion } from './practice-question.js';

/* Practice with the types that every page can show, so that a first visit brings nothing for the others. */

type Choice = Extract<PracticePart, { type: 'single' | 'multiple' | 'true-false' | 'number' }>;
type ChoiceAsked = Extract<AskedItem, { type: Choice['type'] }>;

export const nothing = { tolerance: 0, matches: {}, accepted: [], parts: {} };

export function keyOfChoice(part: Choice): Key {
  if (part.type === 'number') return { ...nothing, right: part.answer.value, tolerance: part.answer.tolerance };
  if (part.type === 'true-false') return { ...nothing, right: part.answer };
  const right = correct(part.options);
  return { ...nothing, right: part.type === 'single' ? (right[0] ?? null) : right };
}

export function correct(entries: readonly { readonly id: string; readonly correct: boolean }[]): string[] {
  return entries.filter((entry) => entry.correct).map((entry) => entry.id);
}

/** What practice needs of a question: of these types always here, of the rarer ones with their file. */
export interface PracticeKit {
  askedInPractice(question: PracticeQuestion): Asked;
  keyOfPractice(question: PracticeQuestion): Key;
  isComplete(asked: Asked, answer: Answer): boolean;
  judged(asked: Asked, key: Key, answer: Answer): Judgement;
}

export const choicePractice: PracticeKit = {
  askedInPractice: (question) => ({ ...(question as Choice), prompt: { text: question.prompt } }),
  keyOfPractice: (question) => keyOfChoice(question as Choice),
  isComplete: (_asked, answer) => isAnswered(answer),
  judged: (asked, key, answer) => judgement(choiceShare(asked as ChoiceAsked, key, answer)),
};
