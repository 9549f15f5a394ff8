import { vientianeInstant } from '../kernel/dates.js';

export type Phase = 'before' | 'running' | 'over';

export function phase(
  cohort: { readonly startsOn: string; readonly endsOn: string; readonly state: string },
  today: string,
): Phase {
  if (cohort.state === 'closed' || today > cohort.endsOn) return 'over';
  return today < cohort.startsOn ? 'before' : 'running';
}

/** The order in which a person cares for their classes: the one that runs, then the next to come, then the last that ended. */
export function byInterest<C extends { readonly startsOn: string; readonly phase: Phase }>(classes: readonly C[]): C[] {
  const rank = { running: 0, before: 1, over: 2 } as const;
  return [...classes].sort((a, b) => {
    if (a.phase !== b.phase) return rank[a.phase] - rank[b.phase];
    const earlierFirst = a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0;
    return a.phase === 'over' ? -earlierFirst : earlierFirst;
  });
}

export type SessionState = 'done' | 'now' | 'next' | 'later';

/** Where the clock stands in the sessions of one day: those over, the one that runs, the first to come, the others. */
export function sessionStates(
  sessions: readonly { readonly date: string; readonly startsMinute: number; readonly minutes: number }[],
  now: Date,
): SessionState[] {
  const at = (date: string, minute: number) => vientianeInstant(date, minute).getTime();
  const first = sessions.findIndex((one) => at(one.date, one.startsMinute) > now.getTime());
  return sessions.map((one, index) => {
    if (at(one.date, one.startsMinute + one.minutes) <= now.getTime()) return 'done';
    if (at(one.date, one.startsMinute) <= now.getTime()) return 'now';
    return index === first ? 'next' : 'later';
  });
}

export interface LessonFacts {
  readonly code: string;
  readonly openedAt: Date | null;
  readonly finishedAt: Date | null;
}

/**
 * The lesson to go on with: the one the class is at, unless it is finished; else the one opened last and not finished; else the
 * first not finished.
 */
export function nextLesson<L extends LessonFacts>(lessons: readonly L[], taughtNow: string | null): L | null {
  const open = lessons.filter((lesson) => lesson.finishedAt === null);
  const begun = open
    .filter((lesson) => lesson.openedAt !== null)
    .sort((a, b) => b.openedAt!.getTime() - a.openedAt!.getTime());
  return open.find((lesson) => lesson.code === taughtNow) ?? begun[0] ?? open[0] ?? null;
}
