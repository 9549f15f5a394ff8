import { describe, expect, it } from '@jest/globals';
import { linesOf, type Piece } from './lines.rules.js';

/** Words of a face of which every letter is one point wide; `/` ends a line, `~` binds two words. */
function pieces(text: string): Piece[] {
  return text.split(' ').map((word, index, all) => {
    const bound = word.endsWith('~');
    const solid = word.replace(/[~/]$/, '').length;
    const last = index === all.length - 1;
    return { width: last ? solid : solid + 1, solid, cost: bound || last ? null : 0, ends: word.endsWith('/') };
  });
}

function lines(text: string, width: number): string[] {
  const words = text.split(' ').map((word) => word.replace(/[~/]$/, ''));
  return linesOf(pieces(text), width).map(([from, to]) => words.slice(from, to).join(' '));
}

describe('a paragraph', () => {
  it.each([
    ['stays on one line while it fits', 'one two three', 13, ['one two three']],
    ['is cut where the words end', 'one two three', 9, ['one two', 'three']],
    [
      'evens its lines rather than filling the first',
      'aaaa bb cc dddddddd eeee',
      10,
      ['aaaa bb cc', 'dddddddd', 'eeee'],
    ],
    ['keeps bound words together', 'aaaa 12~ October', 11, ['aaaa', '12 October']],
    ['ends where its author ended a line', 'one/ two', 20, ['one', 'two']],
    ['lets a word that is too long stand alone', 'a bbbbbbbbbbbb c', 5, ['a', 'bbbbbbbbbbbb', 'c']],
    ['of no words has no lines but one empty', '', 5, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('loses and adds nothing, at any width', () => {
    const text = 'the quick brown fox jumps over the lazy dog and runs home';
    for (let width = 5; width < 60; width++) {
      const cut = lines(text, width);
      expect(cut.join(' ')).toBe(text);
      for (const line of cut) expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});
