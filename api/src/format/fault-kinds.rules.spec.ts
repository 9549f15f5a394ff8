import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { canonicalLao } from '../kernel/text.js';
import { error, type FaultKind } from './fault-kind.rules.js';
import { faultKinds, subjects } from './fault-kinds.rules.js';
import { fault, gravest } from './fault.rules.js';
import { wordForm, wordForms } from './word-forms.rules.js';

const here = { file: 'modules/02-persons/module.md', line: 4, column: 1 };
const kinds: [string, FaultKind][] = Object.entries(faultKinds);
const texts = kinds.flatMap(([code, { sentence, hint }]) => [
  [code, sentence] as const,
  ...(hint === null ? [] : [[code, hint] as const]),
]);
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([blank]) => blank).toSorted();

describe('every kind of fault', () => {
  test('has a sentence that ends in both languages', () => {
    for (const [code, { sentence }] of kinds)
      for (const text of [sentence.en, sentence.lo]) expect([code, text]).toEqual([code, expect.stringMatching(/\.$/)]);
  });

  test('has the same blanks in both languages', () => {
    for (const [code, { en, lo }] of texts) expect([code, ...blanks(lo)]).toEqual([code, ...blanks(en)]);
  });

  test('is English in English, and Lao in Lao as it is best typed', () => {
    for (const [code, { en, lo }] of texts) {
      expect([code, en]).toEqual([code, expect.not.stringMatching(/[\u0E80-\u0EFF]/)]);
      expect([code, lo]).toEqual([code, expect.stringMatching(/[\u0E80-\u0EFF]{3}/)]);
      expect([code, lo]).toEqual([code, canonicalLao(lo)]);
    }
  });

  test('has one home, and is found by some check', () => {
    expect(subjects.flatMap((subject) => Object.keys(subject)).toSorted()).toEqual(Object.keys(faultKinds).toSorted());
    const folders = [import.meta.dirname, join(import.meta.dirname, '../authoring')];
    const program = folders
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((path) => /(?<!spec|fault-kinds\.rules)\.ts$/.test(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    expect(Object.keys(faultKinds).filter((code) => !program.includes(`'${code}'`))).toEqual([]);
  });
});

test('the compiler asks for Lao, for the same blanks in it, and for the words that fill them', () => {
  // @ts-expect-error: no Lao
  error({ en: 'The file is missing.' });
  // @ts-expect-error: a hint without Lao
  error({ en: 'The file is missing.', lo: 'ບໍ່ມີໄຟລ໌ນີ້.' }, { en: 'Write it.' });
  // @ts-expect-error: the Lao has no {path}
  error({ en: 'There is no {path}.', lo: 'ບໍ່ມີ.' });
  // @ts-expect-error: the English has no {path}
  error({ en: 'It is missing.', lo: 'ບໍ່ມີ {path}.' });
  // @ts-expect-error: no word for {minutes}
  fault('module.minutes', here, { sum: 30 });
  // @ts-expect-error: no words at all
  fault('module.minutes', here);
  /* Braces of an example are no blank, and a word may stand in two places. */
  expect(fault('question.unplaced', here, { id: 'M02-p1' }).hint?.lo).toContain('::question{id=M02-p1}');
  expect(fault('module.empty', here).hint?.en).toContain('{#why minutes=10}');
});

test('a word that is a word has both languages, and each sentence takes its own', () => {
  const { sentence } = fault('field.type', here, { field: 'days', type: { en: 'a number', lo: 'ຕົວເລກ' } });
  expect(sentence).toEqual({ en: '“days” must be a number.', lo: '“days” ຕ້ອງເປັນຕົວເລກ.' });
});

test('how a word is written is said in Lao too, and the message of a library is not taken for ours', () => {
  for (const { en, lo } of Object.values(wordForms)) {
    expect(wordForm(en)).toEqual({ en, lo });
    expect(lo).toMatch(/[\u0E80-\u0EFF]/);
  }
  expect(wordForm('Invalid input')).toBeNull();
});

test('when only so many can be said, errors go before warnings, in the order of the text', () => {
  const at = (line: number) => ({ ...here, line });
  const faults = [
    fault('block.empty', at(1), { name: 'case' }),
    fault('text.not-lao', at(2)),
    fault('test.no-spare', at(3), { code: 'M02' }),
    fault('section.empty', at(4)),
  ];
  expect(gravest(faults, 2).map(({ line }) => line)).toEqual([1, 4]);
  expect(gravest(faults, 3).map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(gravest(faults, 4)).toEqual(faults);
});
