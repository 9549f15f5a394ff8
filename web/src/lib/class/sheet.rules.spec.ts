import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halfDayAt, markOf, tally, withMarks, type HalfDay, type Sheet } from './sheet.rules.ts';

const halfDays: HalfDay[] = ['2026-10-11', '2026-10-12'].flatMap((date) => [
  { date, half: 'am' as const },
  { date, half: 'pm' as const },
]);
const monday = halfDays[2]!;
const person = (personId: string): Sheet['people'][number] => ({
  personId,
  nameLo: personId,
  nameEn: null,
  rank: null,
  unitLo: null,
  unitEn: null,
  marks: [],
  summary: { attended: 0, of: 4, percent: 0, late: 0, excused: 0, absent: 0, unmarked: 4 },
});
const sheet: Sheet = {
  cohortId: 'c',
  code: 'K-1',
  title: { en: 'K', lo: null },
  halfDays,
  people: [person('a'), person('b'), person('d')],
  requiredPercent: 80,
  allowed: ['mark'],
};
const fact = (who: string, mark: string, cohort = 'c') => ({
  kind: 'attendance.marked',
  cohort,
  occurredAt: '2026-10-12T01:30:00Z',
  payload: { person: who, date: '2026-10-12', half: 'am', mark },
});

test('a mark made here shows before the server knows it, the last of several', () => {
  const shown = withMarks(sheet, [
    fact('a', 'absent'),
    fact('a', 'late'),
    fact('b', 'excused'),
    fact('d', 'present', 'another class'),
  ]);
  assert.deepEqual(
    shown.people.map((one) => markOf(one, monday)),
    ['late', 'excused', null],
  );
  assert.deepEqual(tally(shown, monday), { here: 1, unmarked: 1, of: 3 });
});

test('the sheet opens at the half-day that has begun', () => {
  const at = (date: string, minute: number) => halfDayAt(halfDays, date, minute);
  assert.deepEqual(at('2026-10-12', 500), halfDays[2]);
  assert.deepEqual(at('2026-10-12', 800), halfDays[3]);
  assert.deepEqual(at('2026-10-20', 500), halfDays[3]);
  assert.deepEqual(at('2026-10-01', 500), halfDays[0]);
  assert.equal(halfDayAt([], '2026-10-12', 500), null);
});
