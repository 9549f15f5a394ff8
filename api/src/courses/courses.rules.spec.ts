import { describe, expect, it } from '@jest/globals';
import { type Engagement, clashes } from './clashes.rules.js';
import { type CohortState, closureFault, cohortAllows, openingFault } from './cohort-states.rules.js';
import { enrolmentAllows, movedUp, seating } from './enrolment-states.rules.js';
import { mayLearn, mayRead, mayTeach } from './membership.rules.js';
import { planAdvice, trainersFor } from './plan-advice.rules.js';
import { type TeamMember, teamFault } from './team.rules.js';
import { type PlacedSession, sessionChange } from './timetable-change.rules.js';

describe('the life of a cohort', () => {
  it.each<[CohortState, string]>([
    ['planned', 'edit team replan upgrade session enrol open cancel'],
    ['running', 'edit team upgrade session enrol close cancel'],
    ['closed', ''],
    ['cancelled', ''],
  ])('%s allows: %s', (state, actions) => {
    expect(cohortAllows(state).join(' ')).toBe(actions);
  });

  it('opens only with somebody in a seat, and closes on its last day or later', () => {
    expect(openingFault({ state: 'planned', seatsTaken: 0 })).toBe('cohort.empty');
    expect(openingFault({ state: 'planned', seatsTaken: 1 })).toBeNull();
    expect(openingFault({ state: 'closed', seatsTaken: 1 })).toBe('cohort.wrong_state');
    expect(closureFault({ state: 'running', endsOn: '2026-10-14' }, '2026-10-13')).toBe('cohort.not_over');
    expect(closureFault({ state: 'running', endsOn: '2026-10-14' }, '2026-10-14')).toBeNull();
    expect(closureFault({ state: 'planned', endsOn: '2026-10-14' }, '2026-10-15')).toBe('cohort.wrong_state');
  });
});

describe('seats', () => {
  it.each([
    [['a', 'b'], { seats: 20, taken: 18 }, false, { confirmed: ['a', 'b'], waiting: [] }],
    [['a', 'b'], { seats: 20, taken: 19 }, false, null],
    [['a', 'b'], { seats: 20, taken: 19 }, true, { confirmed: ['a'], waiting: ['b'] }],
    [['a'], { seats: 20, taken: 20 }, true, { confirmed: [], waiting: ['a'] }],
  ])('%j into %j, may wait %s', (asked, facts, orWait, expected) => {
    expect(seating(asked, facts, orWait)).toEqual(expected);
  });

  it('that free go to the waiting list in its order', () => {
    expect(movedUp(['first', 'second', 'third'], { seats: 20, taken: 18 })).toEqual(['first', 'second']);
    expect(movedUp(['first'], { seats: 20, taken: 20 })).toEqual([]);
    expect(enrolmentAllows('withdrawn')).toEqual(['nominate']);
    expect(enrolmentAllows('completed')).toEqual([]);
  });
});

describe('a trainer team', () => {
  const member = (personId: string, role: TeamMember['role']): TeamMember => ({ personId, role });

  it('has exactly one lead and nobody twice', () => {
    expect(teamFault([member('a', 'lead'), member('b', 'co-trainer')])).toBeNull();
    expect(teamFault([member('a', 'co-trainer')])).toBe('team.one_lead');
    expect(teamFault([member('a', 'lead'), member('b', 'lead')])).toBe('team.one_lead');
    expect(teamFault([member('a', 'lead'), member('a', 'observer')])).toBe('team.twice');
  });

  const session = (
    startsMinute: number,
    minutes: number,
    date = '2026-10-12',
    kind: Engagement['kind'] = 'module',
  ) => ({ date, startsMinute, minutes, kind });
  const engaged = (personId: string, span: ReturnType<typeof session>): Engagement => ({
    ...span,
    personId,
    cohortId: 'other',
    cohortCode: 'FND-2026-02',
    titleEn: 'North',
    titleLo: null,
  });

  it.each([
    ['the morning here, the afternoon there', [session(510, 210)], session(780, 180), false],
    ['the same hour on another day', [session(510, 90)], session(510, 90, '2026-10-13'), false],
    ['one minute too long', [session(510, 91)], session(600, 60), true],
    ['one after the other', [session(510, 90)], session(600, 60), false],
    ['lunch there while teaching here', [session(720, 60)], session(720, 60, '2026-10-12', 'lunch'), false],
  ])('%s', (_name, own, other, isClash) => {
    expect(clashes([member('a', 'lead')], own, [engaged('a', other)])).toHaveLength(isClash ? 1 : 0);
  });

  it('is told of a clash once a day and class, with the hours in question', () => {
    const own = [session(510, 105), session(630, 90)];
    const found = clashes([member('a', 'lead'), member('b', 'resource')], own, [
      engaged('a', session(600, 120)),
      engaged('b', session(510, 60)),
    ]);
    expect(found).toEqual([
      {
        personId: 'a',
        cohortId: 'other',
        cohortCode: 'FND-2026-02',
        titleEn: 'North',
        titleLo: null,
        date: '2026-10-12',
        fromMinute: 600,
        toMinute: 720,
      },
    ]);
  });
});

describe('advice on a plan', () => {
  const trainer = (sex: 'female' | 'male', role: TeamMember['role'] = 'co-trainer') => ({ personId: 'x', role, sex });

  it.each([
    [{ days: ['2026-04-14'], seats: 7, team: [] }, ['lao_new_year']],
    [{ days: ['2026-08-03'], seats: 7, team: [] }, ['rainy_season']],
    [{ days: ['2026-10-10'], seats: 7, team: [] }, ['weekend']],
    [
      { days: ['2026-10-12'], seats: 20, team: [trainer('male', 'lead'), trainer('male')] },
      ['team_small', 'team_without_woman'],
    ],
    [{ days: ['2026-10-12'], seats: 20, team: [trainer('male', 'lead'), trainer('male'), trainer('female')] }, []],
  ])('%j', (facts, advice) => {
    expect(planAdvice(facts)).toEqual(advice);
  });

  it('counts a lead and two co-trainers for twenty seats', () => {
    expect([6, 20, 30].map(trainersFor)).toEqual([2, 3, 4]);
  });
});

describe('a change of the timetable by hand', () => {
  const days = { startsOn: '2026-10-12', endsOn: '2026-10-14' };
  const placed = (id: string, startsMinute: number, minutes: number): PlacedSession => ({
    id,
    date: '2026-10-12',
    startsMinute,
    minutes,
    kind: 'module',
    titleEn: id,
  });
  const morning = [placed('M02', 510, 90), placed('M03', 600, 75), placed('M04', 700, 60)];

  it('is taken when the time is free', () => {
    expect(sessionChange(morning, 'M04', { startsMinute: 780 }, days)).toEqual({
      fault: null,
      moved: [placed('M04', 780, 60)],
    });
  });

  it('is refused when another session stands there, and says which', () => {
    expect(sessionChange(morning, 'M02', { minutes: 105 }, days)).toEqual({
      fault: 'session.overlaps',
      title: 'M03',
      startsMinute: 600,
      endsMinute: 675,
    });
  });

  it('pushes what follows when asked, and only as far as needed', () => {
    expect(sessionChange(morning, 'M02', { minutes: 105, push: true }, days)).toEqual({
      fault: null,
      moved: [placed('M02', 510, 105), placed('M03', 615, 75)],
    });
    expect(sessionChange(morning, 'M02', { minutes: 120, push: true }, days)).toMatchObject({
      moved: [{ id: 'M02' }, { startsMinute: 630 }, { id: 'M04', startsMinute: 705 }],
    });
  });

  it('stays within the days of the class and between 06:00 and 20:00', () => {
    expect(sessionChange(morning, 'M02', { date: '2026-10-15' }, days).fault).toBe('session.outside_days');
    expect(sessionChange(morning, 'M02', { startsMinute: 300 }, days).fault).toBe('session.outside_hours');
    expect(sessionChange(morning, 'M04', { minutes: 600 }, days).fault).toBe('session.outside_hours');
  });
});

describe('who may', () => {
  const stranger = { isPlanner: false, teamRole: null, enrolmentState: null };
  it.each([
    ['an administrator', 'all' as const, stranger, 'yes', 'yes'],
    ['the lead', 'own' as const, { ...stranger, teamRole: 'lead' as const }, 'yes', 'yes'],
    ['an observer of the team', 'own' as const, { ...stranger, teamRole: 'observer' as const }, 'yes', 'not_allowed'],
    ['who planned it', 'own' as const, { ...stranger, isPlanner: true }, 'yes', 'yes'],
    ['the trainer of another class', 'own' as const, stranger, 'missing', 'missing'],
  ])('%s', (_name, scope, ties, read, teach) => {
    expect([mayRead(scope, ties), mayTeach(scope, ties)]).toEqual([read, teach]);
  });

  it('learns who has a seat, not who waits or withdrew', () => {
    expect(mayLearn('own', { ...stranger, enrolmentState: 'confirmed' })).toBe('yes');
    for (const enrolmentState of ['nominated', 'waiting', 'withdrawn'] as const)
      expect(mayLearn('own', { ...stranger, enrolmentState })).toBe('missing');
  });
});
