import { describe, expect, it } from '@jest/globals';
import { inPortions } from './portions.rules.js';

describe('files on their way to the database', () => {
  it.each([
    ['nothing', [], []],
    ['a few small ones go together', [1, 1, 1], [[1, 1, 1]]],
    ['a portion is filled to its limit', [2, 2, 1, 3, 1], [[2, 2], [1, 3], [1]]],
    ['one that is too large goes alone', [1, 9, 1], [[1], [9], [1]]],
  ])('%s', (_, mebibytes, portions) => {
    expect(inPortions(mebibytes, (size) => size * 1024 * 1024)).toEqual(portions);
  });
});
