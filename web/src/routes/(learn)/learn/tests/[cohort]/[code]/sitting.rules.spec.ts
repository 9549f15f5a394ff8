import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, isAnswered, joinedAnswers, nextSeq, type Answer } from './sitting.rules.ts';

test('of two answers to a question the newer counts, wherever it was given', () => {
  const here = { q1: { seq: 5, answer: 'a', fact: 'f1' }, q2: { seq: 9, answer: true, fact: 'f2' } };
  const there = [
    { question: 'q1', seq: 7, answer: 'b' },
    { question: 'q2', seq: 8, answer: false },
    { question: 'q3', seq: 1, answer: 18 },
  ];
  assert.deepEqual(joinedAnswers(here, there), {
    q1: { seq: 7, answer: 'b', fact: null },
    q2: { seq: 9, answer: true, fact: 'f2' },
    q3: { seq: 1, answer: 18, fact: null },
  });
});

test('a new answer has a greater number, also when the clock of this device runs behind', () => {
  assert.equal(nextSeq({}, 100), 100);
  assert.equal(nextSeq({ q1: { seq: 500, answer: 'a', fact: null } }, 100), 501);
});

test('an answer taken back, an empty choice, empty text and a case without an answered part are no answers', () => {
  const given = (answer: Answer) => ({ seq: 1, answer, fact: null });
  const none = [undefined, given(null), given([]), given(' '), given({}), given({ part: '' })];
  assert.deepEqual(none.filter(isAnswered), []);
  assert.ok([given(['a']), given(false), given('a'), given({ part: 'a' })].every(isAnswered));
});

test('the time left reads as a clock and stops at zero', () => {
  assert.deepEqual([1_104_000, 60_000, 59_400, 400, 0, -5000, 3_900_000].map(clockText), [
    '18:24',
    '1:00',
    '1:00',
    '0:01',
    '0:00',
    '0:00',
    '1:05:00',
  ]);
});
