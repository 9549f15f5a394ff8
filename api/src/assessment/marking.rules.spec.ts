import { describe, expect, it } from '@jest/globals';
import type { Question } from '../format/index.js';
import { marks, pointsFor } from './marking.rules.js';
import type { Answer } from './paper.rules.js';

const text = { en: 'x', lo: null };
const common = {
  id: 'M02-g1',
  use: 'graded',
  objective: 'M02.1',
  level: 'apply',
  points: 1,
  prompt: text,
  rationale: text,
} as const;
const options = (key: string, all = 'abcde') => [...all].map((id) => ({ id, text, correct: key.includes(id) }));

const single: Question = { ...common, type: 'single', options: options('b') };
const partial: Question = { ...common, type: 'multiple', scoring: 'partial', options: options('ac') };
const exact: Question = { ...common, type: 'multiple', scoring: 'exact', options: options('ac') };
const statement: Question = { ...common, type: 'true-false', answer: false };
const number: Question = { ...common, type: 'number', answer: { value: 18, tolerance: 0.5 } };

describe('an answer earns', () => {
  const several = (letters: string) => [...letters];
  it.each<[string, Question, Answer | undefined, number]>([
    ['the right option', single, 'b', 1],
    ['another option', single, 'a', 0],
    ['no answer', single, undefined, 0],
    ['an answer taken back', single, null, 0],
    ['both right options', partial, several('ac'), 1],
    ['one right option of two', partial, several('a'), 0.5],
    ['two right and one wrong', partial, several('acb'), 0.5],
    ['one right and one wrong', partial, several('ab'), 0],
    ['everything ticked', partial, several('abcde'), 0],
    ['nothing ticked', partial, [], 0],
    ['both right options, all or nothing', exact, several('ca'), 1],
    ['one right option, all or nothing', exact, several('a'), 0],
    ['both and a wrong one, all or nothing', exact, several('acb'), 0],
    ['false where false is right', statement, false, 1],
    ['true where false is right', statement, true, 0],
    ['the number', number, 18, 1],
    ['the number at the end of its tolerance', number, 18.5, 1],
    ['the number at the other end', number, 17.5, 1],
    ['a number just outside', number, 18.51, 0],
    ['a text for a number', number, '18', 0],
  ])('%s', (_name, question, answer, points) => {
    expect(pointsFor(question, answer)).toBe(points);
  });

  it('as many points as the question has', () => {
    expect(pointsFor({ ...partial, points: 4 }, ['a'])).toBe(2);
  });

  it('a decimal tolerance exactly at its end', () => {
    expect(pointsFor({ ...number, answer: { value: 0.3, tolerance: 0.1 } }, 0.2)).toBe(1);
  });
});

describe('the marks of a paper', () => {
  it.each([
    [14, 20, 70, 70, true],
    [13.999, 20, 70, 70, false],
    [13, 20, 70, 65, false],
    [20, 20, 70, 100, true],
    [0, 20, 70, 0, false],
    [2 / 3, 1, 66.7, 66.7, false],
    [0, 0, 0, 0, false],
  ])('%f of %f, %f %% needed: %f %%, passed %s', (points, possible, needed, percent, passed) => {
    expect(marks([points], possible, needed)).toMatchObject({ percent, passed });
  });

  it('adds thirds up to a whole', () => {
    expect(marks([1 / 3, 1 / 3, 1 / 3], 1, 100)).toEqual({ points: 1, percent: 100, passed: true });
  });
});
