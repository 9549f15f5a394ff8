import { describe, expect, test } from '@jest/globals';
import { checkDigit, fieldsOfLine2, mrzTask, weightedSum, workedMrz } from './mrz.rules.js';

/* Worked examples: the specimens of ICAO Doc 9303 and the ones computed in the course. */
test.each([
  ['L898902C3', 316, 6],
  ['740812', 122, 2],
  ['120415', 49, 9],
  ['ZE184226B<<<<<', 401, 1],
  ['520727', 103, 3],
  ['AB2134<<<', 125, 5],
  ['850714', 127, 7],
  ['PA0000017', 215, 5],
  ['T00000001', 204, 4],
])('%s has the sum %i and the digit %i', (text, sum, digit) => {
  expect([weightedSum(text), checkDigit(text)]).toEqual([sum, digit]);
});

test('the composite digit of the specimen passport leaves out nationality and sex', () => {
  const { composite } = fieldsOfLine2('L898902C36UTO7408122F1204159ZE184226B<<<<<10');
  expect([weightedSum(composite.text), checkDigit(composite.text), composite.printed]).toEqual([880, 0, '0']);
});

describe('made data', () => {
  const seeds = Array.from({ length: 200 }, (_, index) => index + 1);
  const lines = seeds.map((seed) => mrzTask({ ask: 'fault', seed }));

  test('is of 44 allowed characters and of Utopia alone', () => {
    for (const { shown } of lines) expect(shown).toMatch(/^[A-Z0-9<]{10}UTO\d{7}[MF]\d{7}<{15}\d$/);
  });

  test('has exactly the fault that it says', () => {
    for (const { shown, answer } of lines) {
      const wrong = Object.entries(fieldsOfLine2(shown)).flatMap(([field, { text, printed }]) =>
        checkDigit(text) === Number(printed) ? [] : [field],
      );
      expect(wrong).toEqual(answer === 'none' ? [] : [answer]);
    }
  });

  test('has every kind of fault among many seeds, and the same line for the same seed', () => {
    expect(new Set(lines.map(({ answer }) => answer)).size).toBe(5);
    expect(mrzTask({ ask: 'fault', seed: 7 })).toEqual(lines[6]);
  });

  test('a digit is asked of a made field or of a given text', () => {
    expect(mrzTask({ ask: 'digit', field: 'birth', seed: 3 }).shown).toMatch(/^\d{6}$/);
    expect(mrzTask({ ask: 'digit', field: 'number', value: 'L898902C3' }).answer).toBe(6);
  });
});

test('the working shows every product, its sum and the digit, in both languages', () => {
  const task = mrzTask({ ask: 'digit', field: 'number', value: 'AB2134<<<' });
  expect(workedMrz(task, 'en')).toBe(
    'A(10)×7 + B(11)×3 + 2×1 + 1×7 + 3×3 + 4×1 + <(0)×7 + <(0)×3 + <(0)×1 = 125. The last figure is the check digit: 5.',
  );
  expect(workedMrz(task, 'lo')).toContain('= 125. ຕົວເລກສຸດທ້າຍແມ່ນຕົວເລກກວດສອບ: 5.');
});
