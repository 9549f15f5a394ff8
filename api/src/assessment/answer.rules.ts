import type { PaperItem, PaperQuestion } from './paper.rules.js';

/** An answer to a question that is not a case: an option, several in order, true or false, a number, or row → choice. */
export type ItemAnswer = string | readonly string[] | boolean | number | Readonly<Record<string, string>>;

/** An answer as it is sent; to a case, part → answer. Null takes an answer back. */
export type Answer = ItemAnswer | Readonly<Record<string, ItemAnswer>> | null;

const longest = 500;
const mrzAnswers = ['number', 'birth', 'expiry', 'composite', 'none'];

/** Whether the answer can be one to the question, right or wrong. */
export function fits(question: PaperQuestion, answer: Answer): boolean {
  if (answer === null) return true;
  if (question.type !== 'case') return fitsItem(question, answer as ItemAnswer);
  if (!isRecord(answer)) return false;
  const parts = new Map(question.parts?.map((part) => [part.id, part]));
  return Object.entries(answer).every(([id, own]) => {
    const part = parts.get(id);
    return part !== undefined && fitsItem(part, own as ItemAnswer);
  });
}

function fitsItem({ type, options, rows }: PaperItem, answer: ItemAnswer): boolean {
  const isOption = (id: unknown) => typeof id === 'string' && options!.includes(id);
  switch (type) {
    case 'single':
      return isOption(answer);
    case 'multiple':
      return isSet(answer) && answer.every(isOption);
    case 'ordering':
      return isSet(answer) && answer.length === options!.length && answer.every(isOption);
    case 'hotspot':
      return isOption(answer) || (isSet(answer) && answer.every(isOption));
    case 'matching':
      return (
        isRecord(answer) && Object.entries(answer).every(([row, choice]) => rows!.includes(row) && isOption(choice))
      );
    case 'true-false':
      return typeof answer === 'boolean';
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer);
    case 'short-answer':
      return typeof answer === 'string' && answer.length <= longest;
    case 'mrz':
      return typeof answer === 'number' ? Number.isInteger(answer) : mrzAnswers.includes(answer as string);
    case 'case':
      return false;
  }
}

function isSet(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && new Set(answer).size === answer.length;
}

export function isRecord(answer: unknown): answer is Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
