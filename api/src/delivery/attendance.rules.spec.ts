import { describe, expect, it } from '@jest/globals';
import {
  type AttendanceMark,
  type HalfDay,
  attendanceSummary,
  halfDays,
  isEnough,
  markFault,
} from './attendance.rules.js';

const threeDays = halfDays({ startsOn: '2026-10-10', endsOn: '2026-10-12' }, []);

const letters: Record<string, AttendanceMark> = { p: 'present', l: 'late', e: 'excused', a: 'absent' };

/** `ppl-ea`: a mark for each half-day in order; `-` where nothing was marked. */
function marked(marks: string, meets: readonly HalfDay[] = threeDays) {
  return [...marks].flatMap((letter, index) => (letter === '-' ? [] : [{ ...meets[index]!, mark: letters[letter]! }]));
}

describe('the attendance of a three-day course', () => {
  it.each([
    ['pppppp', 6, 100, true],
    ['pppppa', 5, 83.3, true],
    ['ppppaa', 4, 66.7, false],
    ['llllll', 6, 100, true],
    ['pplppa', 5, 83.3, true],
    ['ppppee', 4, 66.7, false],
    ['pppp--', 4, 66.7, false],
    ['------', 0, 0, false],
  ])('marked %s is %i of six half-days, %f %%, enough for 80 %%: %s', (marks, attended, percent, enough) => {
    const summary = attendanceSummary(threeDays, marked(marks));
    expect([summary.attended, summary.of, summary.percent, isEnough(summary, 80)]).toEqual([
      attended,
      6,
      percent,
      enough,
    ]);
  });

  it('counts late, excused, absent and unmarked apart', () => {
    expect(attendanceSummary(threeDays, marked('plea--'))).toMatchObject({
      attended: 2,
      late: 1,
      excused: 1,
      absent: 1,
      unmarked: 2,
    });
  });

  it('leaves out a mark for a half-day on which the class does not meet', () => {
    expect(attendanceSummary(threeDays.slice(0, 5), marked('aaaaap')).attended).toBe(0);
  });
});

describe('enough attendance', () => {
  it.each([
    [9, 10, 90, true],
    [8, 10, 90, false],
    [2, 2, 100, true],
    [4, 5, 80, true],
    [0, 0, 80, false],
  ])('%i of %i for %i %%: %s', (attended, of, required, enough) => {
    expect(isEnough({ attended, of }, required)).toBe(enough);
  });
});

describe('the half-days of a class', () => {
  const at = (date: string, startsMinute: number, kind = 'module') => ({ date, startsMinute, kind });

  it('are those in which its timetable has more than a pause', () => {
    const sessions = [
      at('2026-10-10', 510),
      at('2026-10-10', 720, 'lunch'),
      at('2026-10-11', 510),
      at('2026-10-11', 780),
      at('2026-10-11', 885, 'break'),
    ];
    expect(halfDays({ startsOn: '2026-10-10', endsOn: '2026-10-12' }, sessions)).toEqual([
      { date: '2026-10-10', half: 'am' },
      { date: '2026-10-11', half: 'am' },
      { date: '2026-10-11', half: 'pm' },
    ]);
  });

  it('are all of its days when it has no timetable', () => {
    expect(threeDays).toHaveLength(6);
  });
});

describe('an attendance mark', () => {
  const facts = {
    mayMark: true,
    onList: true,
    meets: threeDays,
    date: '2026-10-11',
    half: 'am',
    today: '2026-10-11',
  } as const;
  it.each([
    ['by a trainer on the day', {}, null],
    ['by a trainer the day after', { today: '2026-10-12' }, null],
    ['by somebody who does not teach the class', { mayMark: false }, 'attendance.not_trainer'],
    ['for a person who has no seat', { onList: false }, 'attendance.not_on_list'],
    ['on a day without class', { date: '2026-10-13', today: '2026-10-14' }, 'attendance.no_class'],
    ['for tomorrow', { date: '2026-10-12' }, 'attendance.future'],
  ])('%s: %s → %s', (_name, change, fault) => {
    expect(markFault({ ...facts, ...change })).toBe(fault);
  });
});
