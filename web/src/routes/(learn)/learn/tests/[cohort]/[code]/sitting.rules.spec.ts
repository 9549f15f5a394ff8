import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockText,
  ending,
  handedIn,
  isAnswered,
  joinedAnswers,
  nextSeq,
  withWaiting,
  type Answer,
} from './sitting.rules.ts';

const fact = (id: string, kind: string, payload: Record<string, unknown>) => {
  return { id, kind, payload, actor: 'p', cohort: 'c', deviceSeq: 1, occurredAt: '2026-10-12T02:00:00Z' };
};

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

test('an answer that waits to be sent counts, whichever tab wrote it down', () => {
  const here = { q1: { seq: 5, answer: 'a', fact: 'f1' }, q2: { seq: 9, answer: true, fact: null } };
  const waiting = [
    fact('f1', 'answer.saved', { attempt: 'one', question: 'q1', seq: 5, answer: 'a' }),
    fact('f2', 'answer.saved', { attempt: 'one', question: 'q1', seq: 6, answer: 'b' }),
    fact('f3', 'answer.saved', { attempt: 'one', question: 'q2', seq: 8, answer: false }),
    fact('f4', 'answer.saved', { attempt: 'one', question: 'q3', seq: 7, answer: null }),
    fact('f5', 'answer.saved', { attempt: 'another', question: 'q4', seq: 99, answer: 'c' }),
    fact('f6', 'practice.answered', { attempt: 'one', question: 'q5', seq: 99, answer: 'c' }),
  ];
  assert.deepEqual(withWaiting(here, waiting, 'one'), {
    q1: { seq: 6, answer: 'b', fact: 'f2' },
    q2: { seq: 9, answer: true, fact: null },
    q3: { seq: 7, answer: null, fact: 'f4' },
  });
  assert.equal(withWaiting(here, waiting, 'none'), here);
});

test('a test that was handed in waits to be sent, also for a tab that did not do it', () => {
  const waiting = [
    fact('f1', 'answer.saved', { attempt: 'one', question: 'q1', seq: 5, answer: 'a' }),
    fact('f2', 'attempt.submitted', { attempt: 'one', seq: 6 }),
  ];
  assert.equal(handedIn(waiting, 'one'), 'f2');
  assert.equal(handedIn(waiting, 'two'), null);
});

const endings = [
  ['a test that is sat goes on', { state: 'running' }, null],
  ['so it does while the server is not reached', { state: null }, null],
  ['handed in without a signal it is on its way', { submitted: 'f1', isWaiting: true, state: 'running' }, 'onItsWay'],
  ['handed in, and taken by the server, it is sent', { submitted: 'f1', state: 'running' }, 'sent'],
  ['it was handed in on another phone', { state: 'sent' }, 'sent'],
  ['the trainer closed it while it was sat', { state: 'closed' }, 'closed'],
  ['the trainer closed it after it was handed in', { submitted: 'f1', state: 'closed' }, 'sent'],
  ['its time is over, and the server has not said so yet', { timeUp: true, state: 'running' }, 'onItsWay'],
] as const;

for (const [what, facts, how] of endings)
  test(`how a test ends: ${what}`, () => {
    assert.equal(ending({ submitted: null, isWaiting: false, timeUp: false, ...facts }), how);
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
