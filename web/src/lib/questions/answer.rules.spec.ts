import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswered, typedNumber, type Answer } from './answer.rules.ts';
import { isComplete, withAnswer } from './several-answers.rules.ts';

test('an empty choice, empty text, a matching without a pair and a case without an answered part are no answers', () => {
  const none: readonly (Answer | undefined)[] = [undefined, null, [], '', '  \n', {}, { a: [] }, { a: '', b: {} }];
  const some: readonly Answer[] = ['a', ['a'], 0, false, { row: 'a' }, { part: 0 }, { a: '', b: { row: 'a' } }];
  assert.deepEqual(none.filter(isAnswered), []);
  assert.deepEqual(some.filter(isAnswered), some);
});

test('practice is checked when every row and every part is answered', () => {
  const matching = { type: 'matching', rows: [{ id: 'r1' }, { id: 'r2' }] };
  const both = {
    type: 'case',
    parts: [
      { id: 'a', type: 'number' },
      { ...matching, id: 'b' },
    ],
  };
  const cases: readonly [string, Parameters<typeof isComplete>[0], Answer, boolean][] = [
    ['a number', { type: 'number' }, 0, true],
    ['a matching with a row open', matching, { r1: 'c' }, false],
    ['a matching with all rows', matching, { r1: 'c', r2: 'c' }, true],
    ['a case with a part open', both, { a: 3 }, false],
    ['a case with half a matching', both, { a: 3, b: { r1: 'c' } }, false],
    ['a case with all parts', both, { a: 3, b: { r1: 'c', r2: 'd' } }, true],
  ];
  for (const [what, asked, answer, complete] of cases) assert.equal(isComplete(asked, answer), complete, what);
});

test('an answer among several is put in, changed and taken out; of none left, nothing remains', () => {
  assert.deepEqual(withAnswer({}, 'a', 'x'), { a: 'x' });
  assert.deepEqual(withAnswer({ a: 'x', b: 'y' }, 'a', 'z'), { a: 'z', b: 'y' });
  assert.deepEqual(withAnswer({ a: 'x', b: 'y' }, 'a', null), { b: 'y' });
  assert.equal(withAnswer({ a: 'x' }, 'a', null), null);
});

test('a number may be typed in Lao digits, with a comma or a point', () => {
  assert.deepEqual(['18', ' 2,5 ', '໑໘', '-3.', '.5', '1e3', 'x', ''].map(typedNumber), [
    18,
    2.5,
    18,
    -3,
    0.5,
    null,
    null,
    null,
  ]);
});
