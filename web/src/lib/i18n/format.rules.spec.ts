import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, day, days, percent, plural, weekday } from './format.rules.ts';

test('a day is written so that no reader takes the month for the day', () => {
  assert.equal(day('2026-10-12', 'en'), '12 Oct 2026');
  assert.equal(day('2026-10-12', 'lo'), '12 ຕຸລາ 2026');
  assert.equal(day('2026-09-01', 'en'), '1 Sep 2026');
});

test('an instant is told by the clock of Vientiane, wherever it is read', () => {
  assert.equal(day('2026-10-11T18:30:00Z', 'en'), '12 Oct 2026');
  assert.equal(clock('2026-10-11T18:30:00Z'), '01:30');
  assert.equal(clock('2026-10-11T17:05:00Z'), '00:05');
});

test('a span of days names month and year once where they are shared', () => {
  assert.equal(days('2026-10-10', '2026-10-12', 'en'), '10–12 Oct 2026');
  assert.equal(days('2026-10-30', '2026-11-01', 'lo'), '30 ຕຸລາ – 1 ພະຈິກ 2026');
  assert.equal(days('2026-12-30', '2027-01-01', 'en'), '30 Dec 2026 – 1 Jan 2027');
  assert.equal(days('2026-10-10', '2026-10-10', 'en'), '10 Oct 2026');
});

test('a weekday is the one of the calendar', () => {
  assert.equal(weekday('2026-10-12', 'en'), 'Mon');
  assert.equal(weekday('2026-10-12', 'lo'), 'ຈັນ');
});

test('a share is a whole percentage unless digits are asked for', () => {
  assert.equal(percent(0.274, 'en'), '27%');
  assert.equal(percent(0.274, 'en', 1), '27.4%');
});

test('English nouns follow the count', () => {
  const seats = { one: 'seat', other: 'seats' };
  assert.equal(plural(1, seats), 'seat');
  assert.equal(plural(0, seats), 'seats');
});
