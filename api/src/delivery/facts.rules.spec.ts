import { describe, expect, it } from '@jest/globals';
import { byTime, effectiveInstant, isClockOdd } from './facts.rules.js';
import { progress, tries } from './progress.rules.js';

const recordedAt = new Date('2026-10-12T02:00:00Z');

describe('the clock of a device', () => {
  it.each([
    ['2026-10-12T01:59:58Z', false, 'right'],
    ['2026-10-12T02:04:00Z', false, 'a little ahead'],
    ['2026-10-12T02:06:00Z', true, 'ahead'],
    ['2027-10-12T02:00:00Z', true, 'a year ahead'],
    ['2026-10-09T02:00:00Z', false, 'right, and three days without signal'],
    ['2026-07-01T02:00:00Z', true, 'behind'],
    ['1970-01-01T00:00:00Z', true, 'never set'],
  ])('at %s is odd: %s (%s)', (occurredAt, odd) => {
    expect(isClockOdd({ occurredAt: new Date(occurredAt), recordedAt })).toBe(odd);
  });

  it('that runs ahead counts from when the server heard of it; one that runs behind is believed', () => {
    expect(effectiveInstant({ occurredAt: new Date('2027-01-01T00:00:00Z'), recordedAt })).toEqual(recordedAt);
    const before = new Date('2026-10-09T02:00:00Z');
    expect(effectiveInstant({ occurredAt: before, recordedAt })).toEqual(before);
  });
});

it('of two facts at the same instant the greater id is the later', () => {
  const at = recordedAt;
  expect(byTime({ at, factId: 'a' }, { at, factId: 'b' })).toBeLessThan(0);
  expect(byTime({ at: new Date(0), factId: 'b' }, { at, factId: 'a' })).toBeLessThan(0);
});

describe('progress through a module', () => {
  const step = (minute: number, section: string | null = null, finishes = false) => ({
    at: new Date(minute * 60_000),
    section,
    finishes,
  });
  const steps = [step(1), step(5, 'why'), step(9, 'how'), step(4, 'why'), step(12, null, true), step(11, null, true)];

  it('is the same in whatever order the steps arrive', () => {
    const expected = { openedAt: new Date(60_000), sections: ['how', 'why'], finishedAt: new Date(11 * 60_000) };
    for (let turn = 0; turn < steps.length; turn++)
      expect(progress([...steps.slice(turn), ...steps.slice(0, turn)])).toEqual(expected);
    expect(progress([...steps, ...steps])).toEqual(expected);
  });

  it('is not finished before somebody said so', () => {
    expect(progress([step(3, 'why')])).toEqual({ openedAt: new Date(180_000), sections: ['why'], finishedAt: null });
  });

  it('knows the first and the last try at a practice question', () => {
    const a = { at: new Date(1000), factId: 'a', correct: false };
    const b = { at: new Date(2000), factId: 'b', correct: true };
    expect(tries([b, a])).toEqual({ first: a, last: b });
  });
});
