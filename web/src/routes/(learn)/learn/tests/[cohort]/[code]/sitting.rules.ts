import type { components } from '#lib/api/schema.js';
import { isAnswered as isAnswer } from '#lib/questions/answer.rules.ts';

export type Attempt = components['schemas']['Attempt'];
export type Answer = Attempt['answers'][number]['answer'];

/** An answer as this device has it; `fact` is null when it came from the server. */
export interface Given {
  seq: number;
  answer: Answer;
  fact: string | null;
}
export type Answers = Readonly<Record<string, Given>>;

/** The answers of this device and of the server, joined: of each question the newer. */
export function joinedAnswers(here: Answers, there: Attempt['answers']): Answers {
  const both: Record<string, Given> = { ...here };
  for (const { question, seq, answer } of there)
    if (!both[question] || both[question].seq < seq) both[question] = { seq, answer, fact: null };
  return both;
}

/** Greater than every number given before, here or on another device, and in step with the clock where that is enough. */
export function nextSeq(answers: Answers, now: number): number {
  return Math.max(now, ...Object.values(answers).map((given) => given.seq + 1));
}

export function isAnswered(given: Given | undefined): boolean {
  return isAnswer(given?.answer);
}

/** "18:24"; an hour and more as "1:05:00". Never below zero. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
