import { describe, expect, it } from '@jest/globals';
import { dateOf } from './written-dates.rules.js';

describe('a date in a list', () => {
  it.each([
    ['2026-10-12', '2026-10-12'],
    ['2026-10-12 00:00:00', '2026-10-12'],
    ['2026-10-12T00:00:00.000Z', '2026-10-12'],
    ['12/10/2026', '2026-10-12'],
    ['12.10.2026', '2026-10-12'],
    ['໑໒/໑໐/໒໐໒໖', '2026-10-12'],
    ['12/10/2569', '2026-10-12'],
    ['12/10/26', '2026-10-12'],
    ['12/10/28', '1928-10-12'],
    ['12 ຕຸລາ 2026', '2026-10-12'],
    ['ວັນທີ 12 ຕຸລາ 2026', '2026-10-12'],
    ['12-Oct-26', '2026-10-12'],
    ['1 September 2026', '2026-09-01'],
    ['46307', '2026-10-12'],
    ['46307.5', '2026-10-12'],
  ])('%s is %s', (written, date) => {
    expect(dateOf(written, 2027)?.text).toBe(date);
  });

  it.each(['31/02/2026', '2026-13-01', '12 Okt 2026', '12', '2026', '5512345', 'tomorrow', ''])(
    '%j is none',
    (text) => {
      expect(dateOf(text, 2027)).toBeNull();
    },
  );

  it('says what was converted or completed', () => {
    expect(dateOf('12/10/2569', 2027)).toMatchObject({ buddhist: true, short: false });
    expect(dateOf('12/10/26', 2027)).toMatchObject({ buddhist: false, short: true });
  });
});
