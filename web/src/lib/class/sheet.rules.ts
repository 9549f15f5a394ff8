import type { components } from '#lib/api/schema.js';
import type { Fact } from '#lib/offline/sending.rules.js';

export type Sheet = components['schemas']['AttendanceSheet'];
export type HalfDay = Sheet['halfDays'][number];
export type MarkKind = Sheet['people'][number]['marks'][number]['mark'];

export const MARKS: readonly MarkKind[] = ['present', 'late', 'excused', 'absent'];

export const keyOf = ({ date, half }: HalfDay): string => `${date}-${half}`;

/** The sheet with the marks of this device that the server has not answered for yet, in the order they were made. */
export function withMarks(
  sheet: Sheet,
  facts: readonly Pick<Fact, 'kind' | 'cohort' | 'occurredAt' | 'payload'>[],
): Sheet {
  const own = facts.filter((fact) => fact.kind === 'attendance.marked' && fact.cohort === sheet.cohortId);
  if (own.length === 0) return sheet;
  return {
    ...sheet,
    people: sheet.people.map((person) => {
      const marks = new Map(person.marks.map((mark) => [keyOf(mark), mark]));
      for (const { occurredAt, payload } of own) {
        const {
          person: personId,
          date,
          half,
          mark,
        } = payload as { person: string; date: string; half: HalfDay['half']; mark: MarkKind };
        if (personId === person.personId) marks.set(`${date}-${half}`, { date, half, mark, markedAt: occurredAt });
      }
      return { ...person, marks: [...marks.values()] };
    }),
  };
}

export function markOf(person: Sheet['people'][number], at: HalfDay): MarkKind | null {
  return person.marks.find((mark) => mark.date === at.date && mark.half === at.half)?.mark ?? null;
}

/** The half-day to open: the one of now, else the last that has begun, else the first. `minute` is that of the day. */
export function halfDayAt(halfDays: readonly HalfDay[], date: string, minute: number): HalfDay | null {
  const half = minute < 720 ? 'am' : 'pm';
  const begun = halfDays.filter((one) => one.date < date || (one.date === date && one.half <= half));
  return begun.at(-1) ?? halfDays[0] ?? null;
}

export function tally(sheet: Sheet, at: HalfDay): { here: number; unmarked: number; of: number } {
  const marks = sheet.people.map((person) => markOf(person, at));
  return {
    here: marks.filter((mark) => mark === 'present' || mark === 'late').length,
    unmarked: marks.filter((mark) => mark === null).length,
    of: marks.length,
  };
}
