import { expect, it } from '@jest/globals';
import { best, byObjective, facilities, mean } from './results.rules.js';

const item = (questionId: string, objective: string, points: number, of = 1) => ({ questionId, objective, points, of });

it('points are added up by objective', () => {
  expect(byObjective([item('q1', 'M02.2', 1), item('q2', 'M02.1', 0.5), item('q3', 'M02.1', 1, 2)])).toEqual([
    { id: 'M02.1', points: 1.5, of: 3 },
    { id: 'M02.2', points: 1, of: 1 },
  ]);
});

it('the question that earned the smallest share of its points is the hardest', () => {
  const items = [item('q1', 'a', 1), item('q1', 'a', 1), item('q1', 'a', 0), item('q2', 'a', 1, 2), item('q3', 'a', 1)];
  expect(facilities(items).map((one) => [one.questionId, one.taken, one.facility])).toEqual([
    ['q2', 1, 0.5],
    ['q1', 3, 0.667],
    ['q3', 1, 1],
  ]);
});

it.each([
  [[], undefined],
  [[[1, 60]], 1],
  [
    [
      [1, 60],
      [2, 80],
    ],
    2,
  ],
  [
    [
      [1, 80],
      [2, 60],
    ],
    1,
  ],
  [
    [
      [2, 70],
      [1, 70],
    ],
    1,
  ],
])('of the attempts %j the best is number %s', (attempts, number) => {
  expect(best(attempts.map(([which, percent]) => ({ number: which!, percent: percent! })))?.number).toBe(number);
});

it('the mean of nothing is nothing', () => {
  expect([mean([]), mean([70, 75, 71.5])]).toEqual([null, 72.2]);
});
