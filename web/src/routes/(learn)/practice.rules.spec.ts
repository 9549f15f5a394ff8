import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judged, typedNumber, type PracticeQuestion } from './practice.rules.ts';

const question = (change: Partial<PracticeQuestion>): PracticeQuestion => ({
  id: 'M02-p1',
  type: 'multiple',
  objective: 'M02.1',
  points: 1,
  prompt: '?',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id === 'a' || id === 'c' })),
  scoring: 'partial',
  answer: null,
  rationale: '!',
  ...change,
});

test('several answers are right only as a whole, and partly right with more right than wrong ones', () => {
  const cases = [
    ['ac', 'right'],
    ['a', 'partly'],
    ['acb', 'partly'],
    ['ab', 'wrong'],
    ['bd', 'wrong'],
    ['', 'wrong'],
  ] as const;
  for (const [chosen, expected] of cases) assert.equal(judged(question({}), [...chosen]), expected, chosen);
});

test('one answer, true or false, and a number are right or wrong', () => {
  const single = question({
    type: 'single',
    options: [
      { id: 'a', text: 'a', correct: false },
      { id: 'b', text: 'b', correct: true },
    ],
  });
  assert.deepEqual([judged(single, 'b'), judged(single, 'a')], ['right', 'wrong']);
  assert.deepEqual(
    [
      judged(question({ type: 'true-false', answer: false }), false),
      judged(question({ type: 'true-false', answer: false }), true),
    ],
    ['right', 'wrong'],
  );
  const number = question({ type: 'number', answer: { value: 18, tolerance: 0.5 } });
  assert.deepEqual([judged(number, 18.5), judged(number, 17), judged(number, '18')], ['right', 'wrong', 'wrong']);
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
