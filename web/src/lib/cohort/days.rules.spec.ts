import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, today, weeksOf, workingDays } from './days.rules.ts';
import { clockOf, minuteOf, nameIn, titleIn } from './words.rules.ts';

test('a month is whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-10');
  assert.deepEqual([weeks[0]?.[0], weeks.at(-1)?.[6], weeks.length], ['2026-09-28', '2026-11-01', 5]);
  assert.deepEqual(weeksOf('2027-02').length, 4);
});

test('three working days from a Friday pass over the weekend', () => {
  assert.deepEqual(workingDays('2026-10-16', 3), ['2026-10-16', '2026-10-19', '2026-10-20']);
  assert.deepEqual(workingDays('2026-10-17', 1), ['2026-10-19']);
});

test('months go over the end of a year, and a day begins in Vientiane before it begins in Greenwich', () => {
  assert.equal(addMonths('2026-12', 1), '2027-01');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(today(new Date('2026-10-11T18:00:00Z')), '2026-10-12');
});

test('a clock is read as it is written', () => {
  assert.equal(clockOf(510), '08:30');
  assert.equal(minuteOf('08:30'), 510);
  assert.equal(minuteOf('8.30'), null);
  assert.equal(minuteOf('25:00'), null);
});

test('what has no Lao title is shown in English, and a person without a Latin name in Lao', () => {
  assert.equal(titleIn('lo', { titleEn: 'Opening', titleLo: null }), 'Opening');
  assert.equal(nameIn('en', { nameEn: null, nameLo: 'ບົວແດງ' }), 'ບົວແດງ');
});
