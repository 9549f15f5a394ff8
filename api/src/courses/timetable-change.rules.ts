import type { SessionKind } from './timetable.rules.js';

/** A session as it stands; moved ones come back with the same id. */
export interface PlacedSession {
  readonly id: string;
  readonly date: string;
  readonly startsMinute: number;
  readonly minutes: number;
  readonly kind: SessionKind;
  readonly titleEn: string;
}

export interface SessionWish {
  readonly date?: string | undefined;
  readonly startsMinute?: number | undefined;
  readonly minutes?: number | undefined;
  /** Move what follows on that day as far as needed, instead of refusing. */
  readonly push?: boolean | undefined;
}

export type ChangeVerdict<Session extends PlacedSession> =
  | { readonly moved: readonly Session[]; readonly fault: null }
  | { readonly fault: 'session.outside_days' }
  | { readonly fault: 'session.outside_hours' }
  | {
      readonly fault: 'session.overlaps';
      readonly title: string;
      readonly startsMinute: number;
      readonly endsMinute: number;
    };

/** A class is held between 06:00 and 20:00: outside of it a time is a slip of the finger. */
export const earliest = 360;
export const latest = 1200;

/** What a change by hand does to the timetable: every session that gets another time, or why it cannot be. */
export function sessionChange<Session extends PlacedSession>(
  sessions: readonly Session[],
  id: string,
  wish: SessionWish,
  days: { readonly startsOn: string; readonly endsOn: string },
): ChangeVerdict<Session> {
  const before = sessions.find((session) => session.id === id)!;
  const { date = before.date, startsMinute = before.startsMinute, minutes = before.minutes } = wish;
  const changed = { ...before, date, startsMinute, minutes };
  if (date < days.startsOn || date > days.endsOn) return { fault: 'session.outside_days' };
  const others = sessions
    .filter((session) => session.id !== id && session.date === date)
    .sort((a, b) => a.startsMinute - b.startsMinute);
  const moved: Session[] = [changed];
  let end = startsMinute + minutes;
  for (const other of others) {
    if (endOf(other) <= startsMinute || other.startsMinute >= end) continue;
    if (!wish.push || other.startsMinute < startsMinute)
      return {
        fault: 'session.overlaps',
        title: other.titleEn,
        startsMinute: other.startsMinute,
        endsMinute: endOf(other),
      };
    moved.push({ ...other, startsMinute: end });
    end += other.minutes;
  }
  const isInHours = moved.every((session) => session.startsMinute >= earliest && endOf(session) <= latest);
  return isInHours ? { moved, fault: null } : { fault: 'session.outside_hours' };
}

function endOf({ startsMinute, minutes }: PlacedSession): number {
  return startsMinute + minutes;
}
