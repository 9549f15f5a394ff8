import { expect, test } from '@jest/globals';
import { withListed, withoutListed } from './outline.rules.js';

const outline = `# What the course is
code: sample

modules:
  - 01-first # the first
  # to be divided one day
  - 02-second
tests:
  # after the class
  - post-test
agenda:
  - { kind: opening, minutes: 30, title: { en: Opening } }
  - { kind: module, module: M01 } # in the morning
  - { kind: module, module: M02 }
  - { kind: test, test: post-test }
  - { kind: closing, minutes: 30, title: { en: Closing } }
`;
const lines = (text: string) => text.split('\n');
const came = (edit: object) => lines((edit as { text: string }).text).filter((line) => !lines(outline).includes(line));
const went = (edit: object) => lines(outline).filter((line) => !lines((edit as { text: string }).text).includes(line));

test('a new name is a new line, and every other line stays letter for letter', () => {
  for (const [list, code, purpose, expected] of [
    ['tests', 'pre-test', 'pre-test', ['  - pre-test', '  - { kind: test, test: pre-test }']],
    ['tests', 'late', 'post-test', ['  - late', '  - { kind: test, test: late }']],
    ['rubrics', 'teach-back', null, ['rubrics: [teach-back]']],
    ['surveys', 'reaction', null, ['surveys: [reaction]']],
  ] as const) {
    const edit = withListed(outline, list, code, purpose);
    expect([came(edit), went(edit)]).toEqual([expected, []]);
  }
});

test('a list that is new stands behind the lists before it', () => {
  const { text } = withListed(outline, 'surveys', 'reaction', null) as { text: string };
  expect(lines(text).indexOf('surveys: [reaction]')).toBe(lines(text).indexOf('agenda:') - 1);
  expect((withListed('code: x\n', 'rubrics', 'a', null) as { text: string }).text).toBe('code: x\nrubrics: [a]\n');
});

test('a name that stands there already is not written twice', () => {
  expect(withListed(outline, 'tests', 'post-test', 'post-test')).toEqual({ text: outline });
});

test('removing what was added gives the text that was there', () => {
  const { text } = withListed(outline, 'tests', 'pre-test', 'pre-test') as { text: string };
  expect(withoutListed(text, 'tests', 'pre-test')).toEqual({ text: outline });
  expect(withoutListed(outline, 'rubrics', 'teach-back')).toEqual({ text: outline });
});

test('an outline that is no YAML is not touched', () => {
  expect(withListed('code: x\nmodules: [\ny: z: 1\n', 'tests', 'a', 'post-test')).toHaveProperty('brokenAt');
});
