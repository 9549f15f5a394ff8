import { describe, expect, it } from '@jest/globals';
import { pagesOf, type StripFacts } from './paging.rules.js';

const line = (more: Partial<StripFacts> = {}): StripFacts => ({ height: 10, gap: 0, keep: false, ...more });

function numbers(strips: readonly StripFacts[], height: number): number[][] {
  return pagesOf(strips, height).map((page) =>
    page.filter(({ repeated }) => repeated === null).map(({ index }) => index),
  );
}

describe('a document is divided into pages', () => {
  it.each([
    ['that are filled from the top', [line(), line(), line()], [[0, 1], [2]]],
    ['before a strip that begins one', [line(), line({ breaks: true })], [[0], [1]]],
    ['so that a heading stays with what follows', [line(), line({ keep: true }), line()], [[0], [1, 2]]],
    [
      'even where what belongs together is longer than a page',
      [line({ keep: true }), line({ keep: true }), line()],
      [[0, 1], [2]],
    ],
    ['even where one strip is', [line({ height: 50 }), line()], [[0], [1]]],
  ] as const)('%s', (_, strips, expected) => {
    expect(numbers(strips, 20)).toEqual(expected);
  });

  it('without the room above what comes to stand at the top', () => {
    const [first, second] = pagesOf([line(), line(), line({ gap: 7 })], 20);
    expect([first![1]!.y, second![0]!.y]).toEqual([10, 0]);
  });

  it('with the head of a table again above its rows', () => {
    const head = line({ height: 4 });
    const pages = pagesOf([line({ repeat: [head] }), line({ repeat: [head] }), line({ repeat: [head] })], 25);
    expect(
      pages.map((page) => page.map(({ index, repeated, y }) => `${index}${repeated === null ? '' : '*'}@${y}`)),
    ).toEqual([
      ['0*@0', '0@4', '1@14'],
      ['2*@0', '2@4'],
    ]);
  });
});
