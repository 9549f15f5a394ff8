import { describe, expect, it } from '@jest/globals';
import { readings } from './clusters.rules.js';

describe('what glyphs read as', () => {
  it.each([
    ['ກ', 1, ['ກ']],
    ['ກີ້', 3, ['ກ', 'ີ', '້']],
    ['ນຳ', 3, ['ນ', '', 'ຳ']],
    ['ນ້ຳ', 4, ['ນ', '', '້', 'ຳ']],
    ['ນ້ຳ', 3, ['ນ', '້', 'ຳ']],
    ['ນ້ຳ', 2, ['ນ', '້ຳ']],
    ['ffi', 1, ['ffi']],
    ['a', 0, []],
  ])('%s drawn with %i glyphs', (text, glyphs, expected) => {
    expect(readings(text, glyphs)).toEqual(expected);
  });

  it('never adds or loses a letter', () => {
    for (const text of ['ກ', 'ນ້ຳ', 'ກື້', 'ffi', '😀ກ'])
      for (let glyphs = 1; glyphs < 6; glyphs++) expect(readings(text, glyphs).join('')).toBe(text);
  });
});
