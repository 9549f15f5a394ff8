import { describe, expect, it } from '@jest/globals';
import { byInterest, nextLesson, phase, sessionStates } from './today.rules.js';

describe('the phase of a class', () => {
  const cohort = { startsOn: '2026-10-10', endsOn: '2026-10-12', state: 'running' };
  it.each([
    ['2026-10-09', 'running', 'before'],
    ['2026-10-10', 'planned', 'running'],
    ['2026-10-12', 'running', 'running'],
    ['2026-10-13', 'running', 'over'],
    ['2026-10-12', 'closed', 'over'],
  ] as const)('on %s, %s, is %s', (today, state, expected) => {
    expect(phase({ ...cohort, state }, today)).toBe(expected);
  });

  it('puts the class that runs first, then the next to come, then the last that ended', () => {
    const classes = [
      { id: 'old', startsOn: '2025-01-01', phase: 'over' },
      { id: 'far', startsOn: '2027-01-01', phase: 'before' },
      { id: 'last', startsOn: '2026-05-01', phase: 'over' },
      { id: 'soon', startsOn: '2026-11-01', phase: 'before' },
      { id: 'now', startsOn: '2026-10-10', phase: 'running' },
    ] as const;
    expect(byInterest(classes).map((one) => one.id)).toEqual(['now', 'soon', 'far', 'last', 'old']);
  });
});

describe('the sessions of a day', () => {
  const day = [510, 615, 630, 780].map((startsMinute) => ({
    date: '2026-10-12',
    startsMinute,
    minutes: startsMinute === 615 ? 15 : 105,
  }));
  it.each([
    ['01:00', ['next', 'later', 'later', 'later']],
    ['01:30', ['now', 'next', 'later', 'later']],
    ['03:35', ['done', 'done', 'now', 'next']],
    ['05:30', ['done', 'done', 'done', 'next']],
    ['09:00', ['done', 'done', 'done', 'done']],
  ])('at %s UTC, seven hours before Vientiane, are %s', (time, states) => {
    expect(sessionStates(day, new Date(`2026-10-12T${time}:00Z`))).toEqual(states);
  });
});

describe('the lesson to go on with', () => {
  const lesson = (code: string, opened: number | null = null, finished = false) => ({
    code,
    openedAt: opened === null ? null : new Date(opened),
    finishedAt: finished ? new Date(9) : null,
  });
  it.each([
    ['nothing begun', [lesson('M02'), lesson('M03')], null, 'M02'],
    ['one begun', [lesson('M02'), lesson('M03', 1)], null, 'M03'],
    ['two begun', [lesson('M02', 5), lesson('M03', 1)], null, 'M02'],
    ['the class is at M04', [lesson('M02', 5), lesson('M04')], 'M04', 'M04'],
    ['the class is at one already finished', [lesson('M02', 5), lesson('M04', 6, true)], 'M04', 'M02'],
    ['all finished', [lesson('M02', 5, true)], 'M02', undefined],
  ])('%s', (_name, lessons, taughtNow, expected) => {
    expect(nextLesson(lessons, taughtNow)?.code).toBe(expected);
  });
});
