import { describe, expect, test } from '@jest/globals';
import { effortOf } from '../../test/effort.js';
import { outlineFacts } from './outline.rules.js';
import { withLaoText, withoutQuestion, withQuestion, withQuestions } from './question-edits.rules.js';

const text = { en: 'What is it?' };
const question = (id: string) => ({ id, type: 'single', prompt: text, options: [{ id: 'a', text }] });
const bomb = `questions:
- id: M02-p1
  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
`;

describe('a file that somebody made into a bomb of aliases', () => {
  test('is edited as text and in no other way', () => {
    expect(withQuestion(bomb, question('M02-p1'))).toEqual({ brokenAt: 4 });
    expect(withQuestions(bomb, [question('M02-p1')])).toEqual({ brokenAt: 4 });
    expect(withoutQuestion(bomb, 'M02-p1')).toEqual({ brokenAt: 4 });
    expect(withLaoText(bomb, 'M02-p1', new Map([['prompt', 'x']]))).toEqual({ brokenAt: 4 });
  });

  test('tells nothing of a curriculum', () => {
    expect(outlineFacts(`code: bomb\na: &a [x]\nmodules: *a\n`)).toMatchObject({ code: null, modules: [] });
  });
});

test('fields may be called by anything that JSON allows, and stay what they were', () => {
  const strange = {
    '<<': { a: 1 },
    '': 1,
    'a\nb': 2,
    '# c': 3,
    '? ': 4,
    '*a': 6,
    '&b': 7,
    '!t': 8,
    constructor: {},
    toString: 1,
  };
  const edit = withQuestion('questions: []\n', { ...question('M02-p1'), ...strange }) as { text: string };
  const again = withQuestion(edit.text, { ...question('M02-p1'), ...strange });
  expect(again).toEqual(edit);
});

describe('many questions at once', () => {
  test('stand where they were, the new ones at the end in their order', () => {
    const before = '# mine\nquestions:\n  - id: M02-p1\n    type: old\n  # second\n  - id: M02-p2\n    type: old\n';
    const { text: after } = withQuestions(before, [
      { id: 'M02-p2', type: 'new' },
      { id: 'M02-p4', type: 'new' },
      { id: 'M02-p3', type: 'new' },
      { id: 'M02-p4', type: 'newer' },
    ]) as { text: string };
    expect(after).toBe(
      '# mine\nquestions:\n  - id: M02-p1\n    type: old\n  # second\n  - id: M02-p2\n    type: new\n  - id: M02-p4\n    type: newer\n  - id: M02-p3\n    type: new\n',
    );
  });

  test('are written in time: six hundred, and among ten thousand lines', async () => {
    const many = Array.from({ length: 600 }, (_, index) => question(`M02-i${index}`));
    const effort = await effortOf(() => {
      const { text: once } = withQuestions('', many) as { text: string };
      const { text: twice } = withQuestions(once, many) as { text: string };
      expect(twice).toBe(once);
      withQuestion(`questions:\n${'- { id: a, x: 1 }\n'.repeat(10_000)}`, question('M02-p1'));
    });
    expect(effort).toBeLessThan(15);
  });

  test('no number of keys keeps the program busy', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `a${index}: 1`).join('\n');
    expect(await effortOf(() => outlineFacts(keys))).toBeLessThan(8);
  });
});
