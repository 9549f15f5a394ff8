/** How long after the time an answer may still arrive and be in time: the way over a slow network. */
export const graceMilliseconds = 60_000;
export const mostAttempts = 2;
export const resitDays = 14;

export interface AttemptFacts {
  readonly id: string;
  readonly number: number;
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** When the person sent it; null when they have not. */
  readonly submittedAt: Date | null;
  /** When the server closed it, with the test; from then on its result can be seen. */
  readonly closedAt: Date | null;
  readonly passed: boolean | null;
}

export interface WindowFacts {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** The last instant at which an answer is in time. The server's clock decides. */
export function deadline({ dueAt, closedAt }: Pick<AttemptFacts, 'dueAt' | 'closedAt'>): Date {
  const end = dueAt.getTime() + graceMilliseconds;
  return new Date(closedAt === null ? end : Math.min(end, closedAt.getTime()));
}

export function isLate(attempt: Pick<AttemptFacts, 'dueAt' | 'closedAt'>, recordedAt: Date): boolean {
  return recordedAt.getTime() > deadline(attempt).getTime();
}

export function isRunning(attempt: AttemptFacts, now: Date): boolean {
  return attempt.submittedAt === null && !isLate(attempt, now);
}

export type BeginFault =
  | 'test.not_open'
  | 'attempt.taken_already'
  | 'attempt.none_left'
  | 'attempt.passed_before'
  | 'attempt.resit_too_late';

export type Beginning =
  | { readonly verdict: 'resume'; readonly attemptId: string }
  | { readonly verdict: 'begin'; readonly number: number }
  | { readonly verdict: 'refused'; readonly code: BeginFault };

/** Whether somebody may sit a test now: go on with the attempt that runs, begin one, or neither. */
export function beginning(window: WindowFacts | null, attempts: readonly AttemptFacts[], now: Date): Beginning {
  const refused = (code: BeginFault) => ({ verdict: 'refused', code }) as const;
  const running = attempts.find((attempt) => isRunning(attempt, now));
  if (running !== undefined) return { verdict: 'resume', attemptId: running.id };
  if (window === null || window.closedAt !== null) return refused('test.not_open');
  if (attempts.some((attempt) => attempt.openedAt >= window.openedAt)) return refused('attempt.taken_already');
  if (attempts.some((attempt) => attempt.passed)) return refused('attempt.passed_before');
  if (attempts.length >= mostAttempts) return refused('attempt.none_left');
  const first = attempts.find((attempt) => attempt.number === 1);
  if (first !== undefined && now.getTime() > first.openedAt.getTime() + resitDays * 86_400_000)
    return refused('attempt.resit_too_late');
  return { verdict: 'begin', number: attempts.length + 1 };
}

export type TestState = 'open' | 'running' | 'sent' | 'closed' | 'waiting';

/** What a test is to one person at this moment. */
export function testState(window: WindowFacts | null, attempts: readonly AttemptFacts[], now: Date): TestState {
  const { verdict } = beginning(window, attempts, now);
  if (verdict === 'resume') return 'running';
  if (verdict === 'begin') return 'open';
  const last = attempts.reduce<AttemptFacts | null>(
    (latest, one) => (latest === null || one.number > latest.number ? one : latest),
    null,
  );
  if (last === null) return 'waiting';
  return last.closedAt === null ? 'sent' : 'closed';
}

export interface StoredAnswer<A> {
  readonly questionId: string;
  readonly late: boolean;
  readonly seq: number;
  readonly factId: string;
  readonly answer: A;
}

/**
 * The answers that count: of each question the newest, given before the attempt was sent, and in time unless the trainer
 * accepted the late ones.
 */
export function counting<A>(
  answers: readonly StoredAnswer<A>[],
  submittedSeq: number | null,
  lateAccepted: boolean,
): StoredAnswer<A>[] {
  const allowed = answers.filter(
    (one) => (!one.late || lateAccepted) && (submittedSeq === null || one.seq <= submittedSeq),
  );
  const newest = new Map<string, StoredAnswer<A>>();
  for (const one of allowed) {
    const known = newest.get(one.questionId);
    if (known === undefined || isNewer(one, known)) newest.set(one.questionId, one);
  }
  return [...newest.values()];
}

export function isNewer(
  one: { readonly seq: number; readonly factId: string },
  other: { readonly seq: number; readonly factId: string },
): boolean {
  return one.seq === other.seq ? one.factId > other.factId : one.seq > other.seq;
}
