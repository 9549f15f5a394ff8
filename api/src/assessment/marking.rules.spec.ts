import { describe, expect, it } from '@jest/globals';
import type { Question } from '../format/index.js';
import { marks, pointsFor } from './marking.rules.js';
import { rightAnswer } from './right-answer.rules.js';
import type { Answer } from './answer.rules.js';

const text = { en: 'x', lo: null };
const common = {
  id: 'M02-g1',
  use: 'graded',
  form: null,
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
const number = { ...common, type: 'number', answer: { value: 18, tolerance: 0.5 } } as const satisfies Question;

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

describe('the types beyond options', () => {
  const said = (id: string, more: object = {}) => ({ id, text, ...more });
  const matching = (scoring: 'exact' | 'partial'): Question => ({
    ...common,
    type: 'matching',
    scoring,
    rows: [
      said('recruit', { match: ['act'] }),
      said('threat', { match: ['means'] }),
      said('debt', { match: ['means', 'purpose'] }),
    ] as never,
    choices: ['act', 'means', 'purpose'].map((id) => said(id)),
  });
  const ordering = (scoring: 'exact' | 'partial'): Question => ({
    ...common,
    type: 'ordering',
    scoring,
    steps: [...'abcde'].map((id) => said(id)),
  });
  const short: Question = {
    ...common,
    type: 'short-answer',
    need: 2,
    accept: [
      { en: ['workers', 'labour migrants'], lo: ['ແຮງງານ'] },
      { en: ['refugees'], lo: ['ຜູ້ອົບພະຍົບ'] },
      { en: ['victims'], lo: [] },
    ],
  };
  const places = (choose: 'one' | 'several', right: string): Question => ({
    ...common,
    type: 'hotspot',
    image: 'images/a.svg',
    alt: text,
    choose,
    spots: [...'abc'].map((id) => ({ id, label: text, at: [0, 0, 9, 9], correct: right.includes(id) })),
  });
  const digit: Question = {
    ...common,
    rationale: null,
    type: 'mrz',
    mrz: { ask: 'digit', field: 'number', value: 'L898902C3' },
  };
  const story: Question = {
    ...common,
    type: 'case',
    points: 3,
    parts: [
      { id: 'act', points: 1, prompt: text, rationale: text, type: 'true-false', answer: true },
      {
        id: 'kinds',
        points: 2,
        prompt: text,
        rationale: text,
        type: 'multiple',
        scoring: 'partial',
        options: options('ac'),
      },
    ],
  };

  it.each<[string, Question, Answer, number]>([
    [
      'every row with a choice that it accepts',
      matching('exact'),
      { recruit: 'act', threat: 'means', debt: 'purpose' },
      1,
    ],
    ['one row wrong, all or nothing', matching('exact'), { recruit: 'act', threat: 'act', debt: 'means' }, 0],
    ['two rows of three', matching('partial'), { recruit: 'act', threat: 'act', debt: 'means' }, 2 / 3],
    ['a row left open', matching('partial'), { recruit: 'act' }, 1 / 3],
    ['a list where rows are asked', matching('partial'), ['act'], 0],
    ['the right order', ordering('exact'), [...'abcde'], 1],
    ['two steps swapped, all or nothing', ordering('exact'), [...'abced'], 0],
    ['two steps swapped at the end keep two of four neighbours', ordering('partial'), [...'abced'], 0.5],
    ['the order turned round', ordering('partial'), [...'edcba'], 0],
    ['the first step put last keeps three of four neighbours', ordering('partial'), [...'bcdea'], 0.75],
    ['two different answers in words and case of one’s own', short, 'Refugees and Labour  Migrants.', 1],
    ['the same answer twice', short, 'workers, ແຮງງານ', 0.5],
    ['an answer in Lao', short, 'ຜູ້ອົບພະຍົບ, ແຮງງານ', 1],
    ['more than was asked for', short, 'workers; refugees; victims', 1],
    ['something else', short, 'tourists', 0],
    ['an empty answer', short, ' ', 0],
    ['the right place', places('one', 'b'), 'b', 1],
    ['another place', places('one', 'b'), 'c', 0],
    ['one of two places', places('several', 'ab'), ['a'], 0.5],
    ['two places, one wrong', places('several', 'ab'), ['a', 'c'], 0],
    ['the check digit', digit, 6, 1],
    ['another digit', digit, 3, 0],
    ['each part of a case by its own points', story, { act: true, kinds: ['a'] }, 2],
    ['a part left open', story, { kinds: ['a', 'c'] }, 2],
    ['no part', story, {}, 0],
  ])('%s', (_name, question, answer, points) => {
    expect(pointsFor(question, answer)).toBeCloseTo(points, 10);
  });

  it.each([
    single,
    partial,
    exact,
    statement,
    number,
    matching('exact'),
    ordering('exact'),
    short,
    places('one', 'b'),
    places('several', 'ab'),
    digit,
    story,
  ])('the right answer to a $type earns every point', (question) => {
    expect(pointsFor(question, rightAnswer(question))).toBe(question.points);
  });
});
