import { describe, expect, it } from '@jest/globals';
import type { Question } from '../format/index.js';
import { fits } from './answer.rules.js';
import { formFor, type PaperQuestion, paper, pointsPossible } from './paper.rules.js';
import { randomFrom } from '../kernel/random.rules.js';

const text = { en: 'x', lo: null };
function bank(module: string, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const content: Question = {
      id: `${module}-g${index + 1}`,
      use: 'graded',
      form: null,
      objective: `${module}.1`,
      level: 'apply',
      points: 1,
      prompt: text,
      rationale: text,
      type: 'single',
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text, correct: id === 'a' })),
    };
    return { moduleCode: module, content };
  });
}
const draw = [
  { module: 'M02', count: 6 },
  { module: 'M03', count: 5 },
];
const all = [...bank('M02', 12), ...bank('M03', 9), ...bank('M04', 5)];

describe('a paper', () => {
  it('has from each module as many questions as the test says, none twice, and none from elsewhere', () => {
    const { questions } = paper('seed', 'hash', draw, all);
    expect(questions.filter((question) => question.id.startsWith('M02'))).toHaveLength(6);
    expect(questions.filter((question) => question.id.startsWith('M03'))).toHaveLength(5);
    expect(new Set(questions.map((question) => question.id)).size).toBe(11);
    expect(pointsPossible({ questions })).toBe(11);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(paper('seed', 'hash', draw, all)).toEqual(paper('seed', 'hash', draw, all));
    expect(paper('seed', 'hash', draw, all).questions).not.toEqual(paper('other', 'hash', draw, all).questions);
  });

  it('puts the right option in every place about as often', () => {
    const places = [0, 0, 0, 0];
    for (let turn = 0; turn < 400; turn++)
      for (const question of paper(`seed ${turn}`, 'hash', draw, all).questions)
        places[question.options!.indexOf('a')]!++;
    for (const count of places) expect(Math.abs(count / 4400 - 0.25)).toBeLessThan(0.03);
  });

  it('draws every question of the bank about as often', () => {
    const drawn = new Map<string, number>();
    for (let turn = 0; turn < 600; turn++)
      for (const { id } of paper(`p${turn}`, 'hash', draw, all).questions) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    for (const id of bank('M02', 12).map((one) => one.content.id))
      expect(Math.abs(drawn.get(id)! / 600 - 0.5)).toBeLessThan(0.1);
  });

  it('of a second attempt has other questions as far as the bank goes', () => {
    const seen = new Set(paper('first', 'hash', draw, all).questions.map((question) => question.id));
    const again = paper('second', 'hash', draw, all, { seen }).questions.filter((question) => seen.has(question.id));
    // M02 has twelve, six of them new; M03 has nine, four of them new.
    expect(again).toHaveLength(1);
  });

  it('keeps the version its keys are from', () => {
    expect(paper('seed', 'hash of 0.1.0', draw, all).contentHash).toBe('hash of 0.1.0');
  });
});

describe('an answer fits its question', () => {
  const question = (type: PaperQuestion['type'], options: string[] | null = null): PaperQuestion => ({
    id: 'q',
    type,
    objective: 'o',
    points: 1,
    options,
  });
  it.each([
    ['an option of the paper', question('single', ['a', 'b']), 'a', true],
    ['an option of no paper', question('single', ['a', 'b']), 'z', false],
    ['several where one is asked', question('single', ['a', 'b']), ['a'], false],
    ['several', question('multiple', ['a', 'b']), ['a', 'b'], true],
    ['none of several', question('multiple', ['a', 'b']), [], true],
    ['one of several twice', question('multiple', ['a', 'b']), ['a', 'a'], false],
    ['true', question('true-false'), true, true],
    ['the word true', question('true-false'), 'true', false],
    ['a number', question('number'), 17.5, true],
    ['no number', question('number'), Number.NaN, false],
    ['nothing', question('number'), null, true],
  ] as const)('%s: %#', (_name, asked, answer, expected) => {
    expect(fits(asked, answer)).toBe(expected);
  });
});

it('random numbers lie between nothing and one and are the same from the same seed', () => {
  const random = randomFrom('seed');
  const numbers = Array.from({ length: 1000 }, () => random());
  const again = randomFrom('seed');
  expect(numbers).toEqual(Array.from({ length: 1000 }, () => again()));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1);
});

describe('a paper with forms', () => {
  const formed = (['A', 'B'] as const).flatMap((form) =>
    bank('M02', 3).map(({ moduleCode, content }) => ({
      moduleCode,
      content: { ...content, id: `${content.id}-${form}`, form },
    })),
  );
  const cells = [{ module: 'M02', objective: 'M02.1', count: 3 }];

  it('holds the questions of its form and no other', () => {
    const { questions, form } = paper('seed', 'hash', cells, [...formed, ...bank('M02', 5)], { form: 'B' });
    expect(form).toBe('B');
    expect(questions.map(({ id }) => id.slice(-2)).join()).toBe('-B,-B,-B');
  });

  it('is the other form the next time, and the first one is the same whenever it is asked', () => {
    expect([formFor('x', 'A'), formFor('x', 'B')]).toEqual(['B', 'A']);
    expect(formFor('person cohort', null)).toBe(formFor('person cohort', null));
    const coins = Array.from({ length: 400 }, (_, index) => formFor(`person ${index}`, null));
    expect(Math.abs(coins.filter((form) => form === 'A').length / 400 - 0.5)).toBeLessThan(0.1);
  });
});

describe('what is chosen from', () => {
  const steps = ['a', 'b', 'c'].map((id) => ({ id, text }));
  const bankOf = (content: Question) => [{ moduleCode: 'M02', content }];
  const common = { ...bank('M02', 1)[0]!.content, type: undefined, options: undefined };

  it('is never shown in the right order of steps', () => {
    for (let turn = 0; turn < 200; turn++) {
      const question = { ...common, type: 'ordering', scoring: 'exact', steps } as unknown as Question;
      const [placed] = paper(`o${turn}`, 'hash', [{ module: 'M02', count: 1 }], bankOf(question)).questions;
      expect(placed!.options).not.toEqual(['a', 'b', 'c']);
      expect(placed!.options!.toSorted()).toEqual(['a', 'b', 'c']);
    }
  });

  const placed = (type: PaperQuestion['type'], more: Partial<PaperQuestion> = {}): PaperQuestion => ({
    id: 'M02-g1',
    type,
    objective: 'M02.1',
    points: 1,
    options: ['a', 'b', 'c'],
    ...more,
  });
  it.each([
    ['every step once', placed('ordering'), ['c', 'a', 'b'], true],
    ['a step missing', placed('ordering'), ['c', 'a'], false],
    ['a step twice', placed('ordering'), ['c', 'a', 'a'], false],
    ['rows with choices', placed('matching', { rows: ['x', 'y'] }), { x: 'a' }, true],
    ['a row that is none', placed('matching', { rows: ['x', 'y'] }), { z: 'a' }, false],
    ['a choice that is none', placed('matching', { rows: ['x', 'y'] }), { x: 'q' }, false],
    ['a short text', placed('short-answer', { options: null }), 'workers', true],
    ['a very long text', placed('short-answer', { options: null }), 'x'.repeat(501), false],
    ['a digit', placed('mrz', { options: null }), 6, true],
    ['a field of the zone', placed('mrz', { options: null }), 'birth', true],
    ['another word', placed('mrz', { options: null }), 'name', false],
    ['a place', placed('hotspot'), 'a', true],
    ['places', placed('hotspot'), ['a', 'b'], true],
    ['a place that is none', placed('hotspot'), 'z', false],
    ['parts of a case', placed('case', { options: null, parts: [placed('single')] }), { 'M02-g1': 'b' }, true],
    ['a part that is none', placed('case', { options: null, parts: [placed('single')] }), { other: 'b' }, false],
    ['a list for a case', placed('case', { options: null, parts: [placed('single')] }), ['b'], false],
  ] as const)('%s', (_name, question, answer, expected) => {
    expect(fits(question, answer as never)).toBe(expected);
  });
});
