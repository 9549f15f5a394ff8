import { describe, expect, test } from '@jest/globals';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { tooDeepAt } from './nesting.rules.js';

test('what people write is never too deep', () => {
  for (const [path, text] of aCurriculum().texts) expect([path, tooDeepAt(path, text)]).toEqual([path, null]);
  const list = Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n');
  expect(tooDeepAt('x.md', `${list}\n\n> > a quotation in one\n\n1. > 2. x\n\n---\n\n- - -\n\n* * * * *\n`)).toBeNull();
  const bank = Array.from({ length: 2_000 }, (_, index) => `  - { id: a${index}, match: [x, y] }`).join('\n');
  expect(tooDeepAt('questions.yaml', `questions:\n${bank}\n`)).toBeNull();
});

describe('refused before it is parsed', () => {
  test.each([
    ['quotations in quotations', 'x.md', '>'.repeat(100)],
    ['quotations with spaces', 'x.md', '> '.repeat(100)],
    ['lists in lists on one line', 'x.md', `${'- '.repeat(50)}x`],
    ['numbered lists on one line', 'x.md', `${'1. '.repeat(50)}x`],
    [
      'lists in lists by their indent',
      'x.md',
      Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    ],
    ['blocks in blocks', 'x.md', ':::everyone{#a}\n'.repeat(30)],
    ['links that never end', 'x.md', '![a]('.repeat(1_000)],
    ['the same over many lines', 'x.md', ':tbc[\n'.repeat(1_000)],
    ['code that never ends', 'x.md', '` '.repeat(1_000)],
    ['a table of a thousand columns', 'x.md', '|a'.repeat(1_000)],
    ['signs that may begin an emphasis', 'x.md', '*a_ '.repeat(1_000)],
    ['more lines than anybody reads', 'x.md', 'a\n'.repeat(5_000)],
    ['more letters than anybody reads', 'x.md', 'word '.repeat(40_000)],
    ['a hundred marks on one letter', 'x.yaml', `a: e${'\u0301'.repeat(100)}`],
    ['lists in lists of YAML', 'x.yaml', `a: ${'['.repeat(1_000)}`],
    ['keys in keys of YAML', 'x.yaml', '? '.repeat(1_000)],
    ['maps in maps of YAML', 'x.yaml', `a: ${'{a: '.repeat(1_000)}`],
    ['entries of entries of YAML', 'x.yaml', `a:\n  ${'- '.repeat(1_000)}x`],
  ])('%s', (_name, path, text) => {
    expect(tooDeepAt(path, `first\n${text}\n`)).toBeGreaterThan(1);
  });
});
