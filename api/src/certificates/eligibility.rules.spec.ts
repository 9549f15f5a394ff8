import { describe, expect, it } from '@jest/globals';
import { bestKind, type EligibilityFacts, obstaclesTo } from './eligibility.rules.js';

function aGraduate(facts: Partial<EligibilityFacts> = {}): EligibilityFacts {
  return {
    cohortClosed: true,
    seated: true,
    issued: false,
    attendance: { attended: 6, of: 6 },
    requiredPercent: 80,
    postTest: { percent: 85, passed: true },
    hasPostTest: true,
    ...facts,
  };
}

describe('a certificate of completion', () => {
  it.each<[string, Partial<EligibilityFacts>, string[]]>([
    ['needs nothing more of who attended and passed', {}, []],
    ['is given to who missed one half-day of six', { attendance: { attended: 5, of: 6 } }, []],
    ['is not given to who missed two half-days of six', { attendance: { attended: 4, of: 6 } }, ['attendance_low']],
    ['is given to who was there four times of five', { attendance: { attended: 4, of: 5 } }, []],
    ['waits for the class to be closed', { cohortClosed: false }, ['cohort_not_closed']],
    ['is not given to who withdrew', { seated: false }, ['no_seat']],
    ['is given once', { issued: true }, ['already_issued']],
    ['asks for the test', { postTest: null }, ['test_not_taken']],
    ['asks that the test was passed', { postTest: { percent: 69.9, passed: false } }, ['test_not_passed']],
    ['asks for no test where the version has none', { postTest: null, hasPostTest: false }, []],
    [
      'names everything that is missing',
      { attendance: { attended: 1, of: 6 }, postTest: null },
      ['attendance_low', 'test_not_taken'],
    ],
    ['says of who never came that they never came', { attendance: { attended: 0, of: 6 } }, ['never_present']],
  ])('%s', (_, facts, expected) => {
    expect(obstaclesTo('completion', aGraduate(facts))).toEqual(expected);
  });
});

describe('a statement of attendance', () => {
  it('is given to who came and did not pass', () => {
    const facts = aGraduate({ attendance: { attended: 2, of: 6 }, postTest: { percent: 40, passed: false } });
    expect(obstaclesTo('attendance', facts)).toEqual([]);
    expect(bestKind(facts)).toBe('attendance');
  });

  it('is not given to who never came', () => {
    const facts = aGraduate({ attendance: { attended: 0, of: 6 }, postTest: null });
    expect(obstaclesTo('attendance', facts)).toEqual(['never_present']);
    expect(bestKind(facts)).toBeNull();
  });

  it('is not what somebody gets who may have the certificate', () => {
    expect(bestKind(aGraduate())).toBe('completion');
  });
});
