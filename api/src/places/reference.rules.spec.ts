import { describe, expect, it } from '@jest/globals';
import { beforeRecords, classOn, mayStandBelow } from './places.rules.js';
import { referenceId, referenceOf } from './reference.rules.js';

const line = (fields: Record<string, string>) => ({
  name_en: 'A',
  name_lo: 'ກ',
  coord_confidence: 'none',
  record_confidence: 'high',
  ...fields,
});

describe('the reference data', () => {
  it('gives a post the same id everywhere, and a valid one', () => {
    expect(referenceId('CP-FB1')).toBe(referenceId('CP-FB1'));
    expect(referenceId('CP-FB1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('reads the classes a post had over time', () => {
    const { classes } = referenceOf([
      line({ kind: 'checkpoint', code: 'X', classes: 'local@|international@2024-10-15' }),
    ]);
    expect(classes.map((one) => [one.class, one.validFrom])).toEqual([
      ['local', beforeRecords],
      ['international', '2024-10-15'],
    ]);
  });

  it('keeps how sure a record is', () => {
    const { units } = referenceOf([
      line({ kind: 'checkpoint', code: 'X', record_confidence: 'demo', coord_confidence: 'low' }),
    ]);
    expect(units[0]).toMatchObject({ recordConfidence: 'demo', coordConfidence: 'low' });
  });

  it.each([
    [{ kind: 'harbour', code: 'X' }, /X: kind cannot be "harbour"/],
    [{ kind: 'checkpoint', code: 'X', classes: 'huge@' }, /X: there is no class "huge"/],
    [{ kind: 'province', code: 'LA-X' }, /LA-X: national_code is missing/],
  ])('refuses %j', (fields, message) => {
    expect(() => referenceOf([line(fields)])).toThrow(message);
  });
});

describe('the class of a checkpoint', () => {
  const classes = [
    { class: 'local', validFrom: '1993-01-01' },
    { class: 'international', validFrom: '2024-10-15' },
  ] as const;
  it.each([
    ['1992-12-31', null],
    ['1993-01-01', 'local'],
    ['2024-10-14', 'local'],
    ['2024-10-15', 'international'],
  ])('on %s is %s', (day, expected) => {
    expect(classOn(classes, day)).toBe(expected);
  });
});

describe('the tree of units', () => {
  const parents = new Map([
    ['ministry', null],
    ['department', 'ministry'],
    ['post', 'department'],
  ]);
  it.each([
    ['post', 'ministry', true],
    ['department', 'department', false],
    ['ministry', 'post', false],
  ])('%s may stand below %s: %s', (unit, parent, expected) => {
    expect(mayStandBelow(unit, parent, parents)).toBe(expected);
  });
});
