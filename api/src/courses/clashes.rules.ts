import { type TeamMember, isBound } from './team.rules.js';
import type { SessionKind } from './timetable.rules.js';

export interface TimeSpan {
  readonly date: string;
  readonly startsMinute: number;
  readonly minutes: number;
  readonly kind: SessionKind;
}

/** A session of another class that a person has to be at. */
export interface Engagement extends TimeSpan {
  readonly personId: string;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly titleEn: string;
  readonly titleLo: string | null;
}

/** A person is needed in two classes at the same time, on one day; the minutes span all overlaps of that day. */
export interface Clash {
  readonly personId: string;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly titleEn: string;
  readonly titleLo: string | null;
  readonly date: string;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * Compares hours, not dates: a trainer may teach in one class in the morning and in another in the afternoon. Breaks and lunch
 * bind nobody.
 */
export function clashes(
  team: readonly TeamMember[],
  sessions: readonly TimeSpan[],
  engagements: readonly Engagement[],
): Clash[] {
  const bound = new Set(team.filter(({ role }) => isBound(role)).map(({ personId }) => personId));
  const own = sessions.filter(isTaught);
  const found = new Map<string, Clash>();
  for (const other of engagements) {
    if (!bound.has(other.personId) || !isTaught(other)) continue;
    for (const session of own) {
      const fromMinute = Math.max(session.startsMinute, other.startsMinute);
      const toMinute = Math.min(endOf(session), endOf(other));
      if (session.date !== other.date || fromMinute >= toMinute) continue;
      const { personId, cohortId, cohortCode, titleEn, titleLo, date } = other;
      const key = `${date} ${personId} ${cohortId}`;
      const known = found.get(key);
      found.set(key, {
        personId,
        cohortId,
        cohortCode,
        titleEn,
        titleLo,
        date,
        fromMinute: Math.min(fromMinute, known?.fromMinute ?? fromMinute),
        toMinute: Math.max(toMinute, known?.toMinute ?? toMinute),
      });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, clash]) => clash);
}

/** The clashes that are not among those known before: a change is not refused for what was so already. */
export function newClashes(found: readonly Clash[], known: readonly Clash[]): Clash[] {
  const keyOf = ({ date, personId, cohortId }: Clash) => `${date} ${personId} ${cohortId}`;
  const before = new Set(known.map(keyOf));
  return found.filter((clash) => !before.has(keyOf(clash)));
}

function isTaught({ kind }: TimeSpan): boolean {
  return kind !== 'break' && kind !== 'lunch';
}

function endOf({ startsMinute, minutes }: TimeSpan): number {
  return startsMinute + minutes;
}
