import { describe, expect, it } from '@jest/globals';
import { type AttemptFacts, beginning, counting, deadline, isLate, testState } from './attempt.rules.js';

const at = (time: string) => new Date(`2026-10-12T${time}:00Z`);
const open = { openedAt: at('08:00'), closedAt: null };
const closed = { openedAt: at('08:00'), closedAt: at('09:00') };
const attempt = (change: Partial<AttemptFacts> = {}): AttemptFacts => ({
  id: 'first',
  number: 1,
  openedAt: at('08:05'),
  dueAt: at('08:45'),
  submittedAt: null,
  closedAt: null,
  passed: null,
  ...change,
});
const sent = attempt({ submittedAt: at('08:30'), passed: false });
const before = attempt({
  openedAt: at('01:00'),
  dueAt: at('01:40'),
  submittedAt: at('01:30'),
  closedAt: at('02:00'),
  passed: false,
});

describe('whoever wants to sit a test', () => {
  it.each([
    ['before it was opened', null, [], '08:10', 'test.not_open', 'waiting'],
    ['while it is open', open, [], '08:10', 'begin 1', 'open'],
    ['again while the first attempt runs', open, [attempt()], '08:30', 'resume first', 'running'],
    ['within the minute of grace', open, [attempt()], '08:46', 'resume first', 'running'],
    ['after the time of the first attempt', open, [attempt()], '08:50', 'attempt.taken_already', 'sent'],
    ['after sending', open, [sent], '08:40', 'attempt.taken_already', 'sent'],
    [
      'after it was closed',
      closed,
      [attempt({ submittedAt: at('08:30'), closedAt: at('09:00'), passed: true })],
      '09:10',
      'test.not_open',
      'closed',
    ],
    [
      'when it was closed with the attempt running',
      closed,
      [attempt({ closedAt: at('08:20') })],
      '08:30',
      'test.not_open',
      'closed',
    ],
    ['a second time when it is opened again', open, [before], '08:10', 'begin 2', 'open'],
    ['a second time although passed', open, [{ ...before, passed: true }], '08:10', 'attempt.passed_before', 'closed'],
    ['a third time', open, [before, { ...before, id: 'second', number: 2 }], '08:10', 'attempt.none_left', 'closed'],
    [
      'again when the fortnight is over',
      open,
      [{ ...before, openedAt: new Date('2026-09-20T08:00:00Z') }],
      '08:10',
      'attempt.resit_too_late',
      'closed',
    ],
  ] as const)('%s', (_name, window, attempts, now, expected, state) => {
    const decision = beginning(window, attempts, at(now));
    const said =
      decision.verdict === 'refused'
        ? decision.code
        : decision.verdict === 'begin'
          ? `begin ${decision.number}`
          : `resume ${decision.attemptId}`;
    expect([said, testState(window, attempts, at(now))]).toEqual([expected, state]);
  });
});

describe('an answer is late', () => {
  it('a minute after the time, or when the trainer has closed the test', () => {
    expect(deadline(attempt())).toEqual(at('08:46'));
    expect(deadline(attempt({ closedAt: at('08:20') }))).toEqual(at('08:20'));
    expect(deadline(attempt({ closedAt: at('09:00') }))).toEqual(at('08:46'));
    expect([isLate(attempt(), at('08:46')), isLate(attempt(), at('08:47'))]).toEqual([false, true]);
  });
});

describe('the answers that count', () => {
  const answer = (questionId: string, seq: number, late = false, value = `${questionId}${seq}`) => ({
    questionId,
    seq,
    late,
    factId: `f${seq}`,
    answer: value,
  });
  const all = [answer('q1', 1), answer('q1', 5, true), answer('q2', 2), answer('q3', 9)];
  const said = (submitted: number | null, lateAccepted: boolean) =>
    counting(all, submitted, lateAccepted).map((one) => one.answer);

  it.each([
    ['are those in time', null, false, ['q1' + 1, 'q2' + 2, 'q3' + 9]],
    ['are those in time, given before sending', 8, false, ['q1' + 1, 'q2' + 2]],
    ['are the late ones too when the trainer accepts them', 8, true, ['q1' + 5, 'q2' + 2]],
    ['are none when it was sent before any', 0, true, []],
  ])('%s', (_name, submitted, lateAccepted, expected) => {
    expect(said(submitted, lateAccepted)).toEqual(expected);
  });

  it('are the newest, by fact where the numbers are the same', () => {
    const twins = [
      { ...answer('q1', 3), factId: 'b', answer: 'b' },
      { ...answer('q1', 3), factId: 'a', answer: 'a' },
    ];
    expect(counting(twins, null, false)).toMatchObject([{ answer: 'b' }]);
    expect(counting(twins.toReversed(), null, false)).toMatchObject([{ answer: 'b' }]);
  });
});
