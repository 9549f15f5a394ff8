import { describe, expect, it } from '@jest/globals';
import { breaksOf } from './breaks.rules.js';
import { fit, wrap } from './lines.rules.js';

/** A text set in a face of which every letter is half an em wide. */
function evenly(text: string) {
  return { text, breaks: breaksOf(text), edges: Array.from({ length: text.length + 1 }, (_, index) => index / 2) };
}

describe('a paragraph', () => {
  it('stays on one line while it fits', () => {
    expect(wrap(evenly('one two three'), 6.5)).toEqual(['one two three']);
  });

  it('takes the fewest lines and makes them even', () => {
    expect(wrap(evenly('aaaa bbbb cccc dd'), 8)).toEqual(['aaaa bbbb', 'cccc dd']);
  });

  it('loses nothing but the spaces at its line ends', () => {
    const text = 'the quick brown fox jumps over the lazy dog';
    for (let width = 3; width < 24; width++) {
      const lines = wrap(evenly(text), width);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) expect(line.length / 2).toBeLessThanOrEqual(width);
    }
  });

  it('lets a word that is longer than the line stand alone', () => {
    expect(wrap(evenly('an incomprehensibilities end'), 5)).toEqual(['an', 'incomprehensibilities', 'end']);
  });

  it('keeps a figure with what it counts', () => {
    expect(wrap(evenly('aaaaaaaa 12 October'), 6)).toEqual(['aaaaaaaa', '12 October']);
  });
});

describe('a name on a certificate', () => {
  const limits = { width: 100, size: 20, least: 10, lines: 2 };

  it('is set at the wanted size when there is room', () => {
    expect(fit(evenly('aaaa bbbb'), limits)).toEqual({ size: 20, lines: ['aaaa bbbb'], fits: true });
  });

  it('shrinks a little before it takes a second line', () => {
    expect(fit(evenly('aaaaaa bbbbb'), limits)).toMatchObject({ size: 16.65, lines: ['aaaaaa bbbbb'] });
  });

  it('takes a second line before it becomes small', () => {
    expect(fit(evenly('aaaaaaaa bbbbbbbb'), limits)).toEqual({ size: 20, lines: ['aaaaaaaa', 'bbbbbbbb'], fits: true });
  });

  it('shrinks to the least size on its last line and says when even that is too wide', () => {
    expect(fit(evenly('a'.repeat(20)), { ...limits, lines: 1 })).toMatchObject({ size: 10, fits: true });
    expect(fit(evenly('a'.repeat(21)), limits)).toMatchObject({ size: 10, fits: false });
  });
});
