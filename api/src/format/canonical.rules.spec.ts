import { describe, expect, test } from '@jest/globals';
import { canonicalForm, canonicalJson, contentHash } from './canonical.rules.js';
import { checkCurriculum } from './check.rules.js';
import { aCurriculum, changed, type Change } from '../../test/sample-curriculum.js';
import { canonicalText } from './text.rules.js';

const hashOf = (changes: Record<string, Change> = {}) =>
  contentHash(canonicalForm(checkCurriculum(aCurriculum(changes)).curriculum!));
const english = 'modules/02-persons/module.md';

describe('the hash stays when no reader can notice', () => {
  const files = changed({});
  const same: [string, Record<string, Change>][] = [
    ['line ends of Windows', { [english]: files[english]!.replaceAll('\n', '\r\n') }],
    ['a byte order mark', { [english]: `\uFEFF${files[english]!}` }],
    ['spaces at the end of a line', { [english]: ['An invented case.', 'An invented case.   '] }],
    ['a comment in YAML', { 'curriculum.yaml': ['days: 1', '# one day\ndays: 1'] }],
    [
      'fields in another order',
      { 'tests/post-test.yaml': ['code: post-test\npurpose: post-test', 'purpose: post-test\ncode: post-test'] },
    ],
    ['the version number', { 'curriculum.yaml': ['0.1.0', '0.2.0'] }],
  ];
  test.each(same)('%s', (_name, changes) => expect(hashOf(changes)).toBe(hashOf()));
});

test('an accent typed as one character or as two is the same text', () => {
  const withWord = (word: string) => hashOf({ [english]: ['An invented case.', word] });
  expect(withWord('caf\u0065\u0301')).toBe(withWord('caf\u00E9'));
});

describe('the hash changes with', () => {
  const other: [string, Record<string, Change>][] = [
    ['a word', { [english]: ['An invented case.', 'An invented story.'] }],
    ['a key', { 'modules/02-persons/questions.yaml': ['value: 18', 'value: 21'] }],
    ['the state of a translation', { 'curriculum.yaml': ['lo: { state: draft }', 'lo: { state: reviewed }'] }],
    ['the spelling of a Lao word', { 'modules/02-persons/module.lo.md': ['ອ່ານບັດ.', 'ອ່ານບັດ'] }],
  ];
  test.each(other)('%s', (_name, changes) => expect(hashOf(changes)).not.toBe(hashOf()));
});

test('it is a known number, the same on every machine', () => {
  expect(contentHash(canonicalJson({ b: [1, null, 'ນ້ຳ'], a: undefined, A: 'x\n' }))).toBe(
    contentHash('{"A":"x\\n","b":[1,null,"ນ້ຳ"]}'),
  );
  expect(contentHash('{}')).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('Lao stays as it was typed', () => {
  const typed = '\u0E99\u0ECD\u0EC9\u0EB2';
  expect(canonicalText(typed)).toBe(`${typed}\n`);
});
