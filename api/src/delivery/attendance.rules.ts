import { dayRange } from '../kernel/dates.js';

export const halves = ['am', 'pm'] as const;
export type Half = (typeof halves)[number];

/** Late is more than fifteen minutes after the call of names: it counts as present and shows. */
export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

export interface HalfDay {
  readonly date: string;
  readonly half: Half;
}

const noon = 720;

/**
 * The half-days on which a class meets: those in which its timetable has more than a pause. A class without a timetable meets
 * all day on each of its days.
 */
export function halfDays(
  cohort: { readonly startsOn: string; readonly endsOn: string },
  sessions: readonly { readonly date: string; readonly startsMinute: number; readonly kind: string }[],
): HalfDay[] {
  const taught = sessions.filter((session) => session.kind !== 'lunch' && session.kind !== 'break');
  const dates =
    taught.length === 0
      ? dayRange(cohort.startsOn, cohort.endsOn)
      : [...new Set(taught.map((session) => session.date))].sort();
  return dates.flatMap((date) =>
    halves
      .filter(
        (half) =>
          taught.length === 0 ||
          taught.some((session) => session.date === date && halfOf(session.startsMinute) === half),
      )
      .map((half) => ({ date, half })),
  );
}

export function halfOf(minuteOfDay: number): Half {
  return minuteOfDay < noon ? 'am' : 'pm';
}

export interface AttendanceSummary {
  /** Half-days present, late ones included. */
  readonly attended: number;
  /** Half-days the class has met or will meet. */
  readonly of: number;
  readonly percent: number;
  readonly late: number;
  readonly excused: number;
  readonly absent: number;
  readonly unmarked: number;
}

/**
 * What a person's marks come to. Late counts as present; excused explains an absence and does not undo it; a half-day without
 * a mark does not count as attended. Marks on other half-days are left out.
 */
export function attendanceSummary(
  meets: readonly HalfDay[],
  marks: readonly (HalfDay & { readonly mark: AttendanceMark })[],
): AttendanceSummary {
  const of = new Map(marks.map((one) => [`${one.date} ${one.half}`, one.mark]));
  const found = meets.map((one) => of.get(`${one.date} ${one.half}`));
  const count = (mark: AttendanceMark | undefined) => found.filter((one) => one === mark).length;
  const attended = count('present') + count('late');
  return {
    attended,
    of: meets.length,
    percent: meets.length === 0 ? 0 : Math.round((attended * 1000) / meets.length) / 10,
    late: count('late'),
    excused: count('excused'),
    absent: count('absent'),
    unmarked: count(undefined),
  };
}

/** Compared in whole numbers, so that 80 % of 5 is 4 and not a rounding. */
export function isEnough(
  { attended, of }: Pick<AttendanceSummary, 'attended' | 'of'>,
  requiredPercent: number,
): boolean {
  return of > 0 && attended * 100 >= requiredPercent * of;
}

export interface MarkFacts {
  readonly mayMark: boolean;
  readonly onList: boolean;
  readonly meets: readonly HalfDay[];
  readonly date: string;
  readonly half: Half;
  /** The day on the server's clock, in Vientiane. */
  readonly today: string;
}

export type MarkFault =
  | 'attendance.not_trainer'
  | 'attendance.not_on_list'
  | 'attendance.no_class'
  | 'attendance.future';

/** Why a mark cannot stand, or null. */
export function markFault({ mayMark, onList, meets, date, half, today }: MarkFacts): MarkFault | null {
  if (!mayMark) return 'attendance.not_trainer';
  if (!onList) return 'attendance.not_on_list';
  if (!meets.some((one) => one.date === date && one.half === half)) return 'attendance.no_class';
  return date > today ? 'attendance.future' : null;
}
