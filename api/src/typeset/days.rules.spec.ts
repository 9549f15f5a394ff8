import { describe, expect, it } from '@jest/globals';
import { longDay, longDays } from './days.rules.js';

describe('days in words', () => {
  it('says a day in Lao and in English', () => {
    expect(longDay('2026-10-12', 'lo')).toBe('12 ຕຸລາ 2026');
    expect(longDay('2026-01-02', 'en')).toBe('2 January 2026');
  });

  it.each([
    ['2026-10-12', '2026-10-12', '12 October 2026'],
    ['2026-10-10', '2026-10-12', '10–12 October 2026'],
    ['2026-09-30', '2026-10-02', '30 September – 2 October 2026'],
    ['2026-12-30', '2027-01-02', '30 December 2026 – 2 January 2027'],
  ])('from %s to %s: %s', (first, last, expected) => {
    expect(longDays(first, last, 'en')).toBe(expected);
  });
});
