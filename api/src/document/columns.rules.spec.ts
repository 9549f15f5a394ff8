import { describe, expect, it } from '@jest/globals';
import { columnWidths } from './columns.rules.js';

describe('columns of a table', () => {
  const free = [{}, {}];
  it.each([
    [
      'share room to spare by what they hold',
      free,
      [
        { least: 10, most: 20 },
        { least: 10, most: 60 },
      ],
      100,
      [25, 75],
    ],
    [
      'shrink between longest word and longest line',
      free,
      [
        { least: 20, most: 20 },
        { least: 30, most: 230 },
      ],
      100,
      [20, 80],
    ],
    [
      'shrink alike when not even their words fit',
      free,
      [
        { least: 100, most: 100 },
        { least: 100, most: 300 },
      ],
      100,
      [50, 50],
    ],
    [
      'keep a width that was given',
      [{ width: 30 }, {}],
      [
        { least: 1, most: 1 },
        { least: 10, most: 20 },
      ],
      100,
      [30, 70],
    ],
  ])('%s', (_, columns, needs, width, expected) => {
    expect(columnWidths(columns, needs, width)).toEqual(expected);
  });
});
