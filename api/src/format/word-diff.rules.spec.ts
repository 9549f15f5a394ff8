import { describe, expect, test } from '@jest/globals';
import { wordDiff } from './word-diff.rules.js';

const spoken = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ op, text }) => (op === 'same' ? text : op === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('a word diff', () => {
  test.each([
    ['the same text', 'one two', 'one two', 'one two'],
    ['a word replaced', 'the bus arrives', 'the van arrives', 'the [-bus][+van] arrives'],
    ['two words beside each other', 'a big bus came', 'a small van came', 'a [-big bus][+small van] came'],
    ['words added at the end', 'sort the cards', 'sort the cards again', 'sort the cards[+ again]'],
    ['everything new', '', 'new text', '[+new text]'],
    ['everything gone', 'old text', '', '[-old text]'],
    ['a Lao word inside a phrase without spaces', 'ອ່ານບັດ', 'ຂຽນບັດ', '[-ອ່ານ][+ຂຽນ]ບັດ'],
  ])('%s', (_name, before, after, expected) => {
    expect(spoken(before, after)).toBe(expected);
  });

  test('never parts a Lao mark from its consonant', () => {
    for (const { text } of wordDiff('ນ້ຳໃຈ', 'ນ້າໃຈ')) expect(text).not.toMatch(/^[\u0EB1\u0EB3-\u0EBC\u0EC8-\u0ECE]/);
  });

  test('joined again gives both texts, letter by letter', () => {
    const before = 'ເວລາ 10:30 ລົດມາຮອດ [tip-protocol] the bus arrives.\n\n- ໜຶ່ງ\n- ສອງ';
    const after = 'ເວລາ 11:30 ລົດເມມາຮອດ [tip-protocol] the van arrives.\n\n- ໜຶ່ງ\n- ສາມ\n- ສີ່';
    const pieces = wordDiff(before, after);
    const without = (op: string) =>
      pieces
        .filter((piece) => piece.op !== op)
        .map(({ text }) => text)
        .join('');
    expect([without('added'), without('removed')]).toEqual([before, after]);
  });

  test('of two very long texts that share nothing is one change of the whole', () => {
    const text = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordDiff(text('a'), text('b')).map(({ op }) => op)).toEqual(['removed', 'added']);
  });
});
