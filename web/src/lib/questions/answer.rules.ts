import type { components } from '#lib/api/schema.js';

/** An answer as it is sent; null takes one back. */
export type Answer = components['schemas']['Answer'];
/** An answer to a part of a case, or to a question that is none. */
export type ItemAnswer = string | number | boolean | string[] | Record<string, string>;

/** Whether anything was answered: an empty choice, empty text and a case without an answered part are no answers. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === null || answer === undefined) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  return typeof answer !== 'object' || Object.values(answer).some(isAnswered);
}

/** The answers by row or part; none where the answer is of another shape. */
export function recordIn(answer: Answer | undefined): Readonly<Record<string, ItemAnswer>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
}

/** The ids of what was chosen, or of the steps in the order given. */
export function idsIn(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'boolean') return [String(answer)];
  return typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
}

/** What a person typed for a number: Lao digits, a comma or a point. Null when it is none. */
export function typedNumber(text: string): number | null {
  const latin = text
    .trim()
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
    .replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(latin) ? Number(latin) : null;
}
