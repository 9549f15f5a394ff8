import type { components } from '#lib/api/schema.js';
import type { Fact } from '#lib/offline/sending.rules.ts';
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

/**
 * The answers with those that wait on this device to be sent, which another tab may have given, or this one just before it was
 * closed. The same object when that changes nothing.
 */
export function withWaiting(answers: Answers, waiting: readonly Fact[], attempt: string): Answers {
  const all: Record<string, Given> = { ...answers };
  for (const { id, kind, payload } of waiting) {
    if (kind !== 'answer.saved' || payload.attempt !== attempt) continue;
    const { question, seq, answer } = payload as Omit<Given, 'fact'> & { question: string };
    if (!all[question] || all[question].seq < seq) all[question] = { seq, answer, fact: id };
  }
  return Object.keys(all).some((question) => all[question] !== answers[question]) ? all : answers;
}

/** The fact by which the attempt is handed in, where it waits on this device to be sent. */
export function handedIn(waiting: readonly Fact[], attempt: string): string | null {
  return waiting.find(({ kind, payload }) => kind === 'attempt.submitted' && payload.attempt === attempt)?.id ?? null;
}

export interface SittingFacts {
  /** The fact by which the attempt was handed in on this device, and whether it still waits here. */
  submitted: string | null;
  isWaiting: boolean;
  timeUp: boolean;
  /** What the server says of this attempt; null where it speaks of another, or was not reached. */
  state: 'open' | 'running' | 'sent' | 'closed' | 'waiting' | null;
}

/** How a test has ended: handed in but not with the server yet, with the server, or closed by the trainer; null while it is sat. */
export function ending({ submitted, isWaiting, timeUp, state }: SittingFacts): 'onItsWay' | 'sent' | 'closed' | null {
  if (submitted) return isWaiting ? 'onItsWay' : 'sent';
  if (state === 'closed' || state === 'sent') return state;
  return timeUp ? 'onItsWay' : null;
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
