import { describe, expect, it } from '@jest/globals';
import type { Question, QuestionPart } from '../format/index.js';
import { randomFrom, shuffled } from '../kernel/random.rules.js';
import { type Answer, fits } from './answer.rules.js';
import { pointsFor } from './marking.rules.js';
import { paper, type PaperQuestion } from './paper.rules.js';
import { rightAnswer } from './right-answer.rules.js';

type Random = () => number;

const text = { en: 'x', lo: null };
const common = {
  use: 'graded',
  form: null,
  objective: 'M02.1',
  level: 'apply',
  prompt: text,
  rationale: text,
} as const;
/** Words that objects know, and others. */
const names = ['constructor', 'valueof', 'a', 'b', 'c', 'd', 'e', 'f'];
const spellings = [
  'workers',
  'rest and recreation',
  'Vientiane, Laos',
  '<',
  'ຜູ້ອົບພະຍົບ',
  'Ten or more',
  'C-1',
  'ແຮງງານ ແລະ ຄອບຄົວ',
];

const one = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
const some = <T>(list: readonly T[], random: Random, least: number): T[] =>
  shuffled(list, random).slice(0, least + Math.floor(random() * (list.length - least + 1)));
const scoring = (random: Random) => one(['exact', 'partial'] as const, random);

/** A question of the type, made at random but as the check lets it through. */
const makers: Record<Exclude<Question['type'], 'case'>, (random: Random) => object> = {
  single: (random) => ({ options: keyed(some(names, random, 2), 1) }),
  multiple: (random) => {
    const ids = some(names, random, 3);
    return { scoring: scoring(random), options: keyed(ids, 1 + Math.floor(random() * (ids.length - 1))) };
  },
  'true-false': (random) => ({ answer: random() < 0.5 }),
  number: (random) => ({
    answer: { value: Math.round(random() * 1e6) / 1e3 - 500, tolerance: one([0, 0.1, 5], random) },
  }),
  matching: (random) => {
    const choices = some(names, random, 2);
    return {
      scoring: scoring(random),
      rows: some(names, random, 2).map((id) => ({ id, text, match: some(choices, random, 1) })),
      choices: choices.map((id) => ({ id, text })),
    };
  },
  ordering: (random) => ({ scoring: scoring(random), steps: some(names, random, 3).map((id) => ({ id, text })) }),
  'short-answer': (random) => {
    const groups = some(spellings, random, 1);
    return { need: 1 + Math.floor(random() * groups.length), accept: groups.map((en) => ({ en: [en], lo: [] })) };
  },
  mrz: (random) => ({
    mrz:
      random() < 0.5
        ? { ask: 'digit', field: 'number', seed: 1 + Math.floor(random() * 1e6) }
        : { ask: 'fault', seed: 1 + Math.floor(random() * 1e6) },
  }),
  hotspot: (random) => {
    const choose = one(['one', 'several'] as const, random);
    const ids = some(names, random, 2);
    const spots = keyed(ids, choose === 'one' ? 1 : 1 + Math.floor(random() * (ids.length - 1)));
    return {
      choose,
      image: 'x.svg',
      alt: text,
      spots: spots.map((spot) => ({ ...spot, label: text, at: [0, 0, 9, 9] })),
    };
  },
};
const partTypes = ['single', 'multiple', 'true-false', 'number', 'matching', 'ordering', 'short-answer'] as const;
const types = [...(Object.keys(makers) as (keyof typeof makers)[]), 'case'] as const;

function keyed(ids: readonly string[], right: number) {
  return ids.map((id, index) => ({ id, text, correct: index < right }));
}

function aRandomQuestion(type: Question['type'], random: Random): Question {
  const points = 1 + Math.floor(random() * 4);
  if (type !== 'case') return { ...common, id: 'M02-g1', points, type, ...makers[type](random) } as Question;
  const parts = some(names, random, 2)
    .slice(0, 5)
    .map((id): QuestionPart => {
      const kind = one(partTypes, random);
      return {
        id,
        points: 1 + Math.floor(random() * 3),
        prompt: text,
        rationale: text,
        type: kind,
        ...makers[kind](random),
      } as QuestionPart;
    });
  const sum = parts.reduce((total, part) => total + part.points, 0);
  return { ...common, id: 'M02-g1', points: sum, type, parts } as Question;
}

const placedOn = (question: Question, seed: string): PaperQuestion =>
  paper(seed, 'hash', [{ module: 'M02', count: 1 }], [{ moduleCode: 'M02', content: question }]).questions[0]!;

/** Anything that could come: what fits the question as often as not. */
function aRandomAnswer(question: Question, random: Random, depth = 0): Answer {
  const right = rightAnswer(question);
  const values = [
    '',
    'a',
    'x',
    'number',
    'none',
    '<',
    'workers, C-1 and ten or more',
    0,
    1,
    -1,
    1e308,
    18,
    true,
    false,
  ];
  const group = () =>
    Object.fromEntries(
      some(names, random, 1).map((name) => [
        name,
        depth === 0 && random() < 0.5 ? aRandomAnswer(question, random, 1) : one(values, random),
      ]),
    );
  return one<() => unknown>(
    [
      () => right,
      () => one(values, random),
      () => one(names, random),
      () => some(names, random, 0),
      () => [...some(names, random, 1), ...some(names, random, 1)],
      () => Object.fromEntries(names.map((name) => [name, one(names, random)])),
      group,
      () => (Array.isArray(right) ? shuffled(right, random) : right),
      () => (isGroup(right) ? Object.fromEntries(some(Object.entries(right), random, 1)) : right),
    ],
    random,
  )() as Answer;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same answer whose groups name their entries in another order. */
function turned<T>(value: T, random: Random): T {
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([key, inner]) => [key, turned(inner, random)]),
  ) as T;
}

describe.each(types)('a question of type %s, however it is made', (type) => {
  const random = randomFrom(`properties ${type}`);
  const made = Array.from({ length: 60 }, () => aRandomQuestion(type, random));

  it('gives all its points for its right answer, which fits it', () => {
    for (const question of made) {
      const right = rightAnswer(question);
      expect({ question, fits: fits(placedOn(question, 'x'), right) }).toMatchObject({ fits: true });
      expect({ question, right, points: pointsFor(question, right) }).toEqual({
        question,
        right,
        points: question.points,
      });
    }
  });

  it('gives no less than nothing and no more than its points, whatever is answered', () => {
    for (const question of made)
      for (let tries = 0; tries < 40; tries += 1) {
        const answer = aRandomAnswer(question, random);
        const points = pointsFor(question, answer);
        expect({ question, answer, isFair: points >= 0 && points <= question.points + 1e-9 }).toMatchObject({
          isFair: true,
        });
      }
  });

  it('gives the same twice, after it was stored, and in whatever order its parts are named', () => {
    for (const question of made)
      for (let tries = 0; tries < 10; tries += 1) {
        const answer = aRandomAnswer(question, random);
        const points = pointsFor(question, answer);
        const stored = JSON.parse(JSON.stringify({ question, answer })) as { question: Question; answer: Answer };
        expect(pointsFor(question, answer)).toBe(points);
        expect(pointsFor(stored.question, stored.answer)).toBe(points);
        expect(pointsFor(turned(question, random), turned(answer, random))).toBe(points);
      }
  });

  it('says whether an answer can be one without a fault, and never that nothing is none', () => {
    for (const question of made) {
      const placed = placedOn(question, 'y');
      expect(fits(placed, null)).toBe(true);
      for (let tries = 0; tries < 20; tries += 1)
        expect(typeof fits(placed, aRandomAnswer(question, random))).toBe('boolean');
    }
  });
});

/*
 * What stands in databases since version 0.1.0: papers without form, rows and parts, questions without form, four types, and
 * answers that are an option, a list of options, a truth or a number. The points were worked out by hand.
 */
describe('an attempt of version 0.1.0', () => {
  const options = (key: string) => [...'abcd'].map((id) => ({ id, text, correct: key.includes(id) }));
  const { form: _form, ...before } = common;
  const bank = [
    [{ type: 'single', options: options('b') }, 'b', 1],
    [{ type: 'single', options: options('b') }, 'a', 0],
    [{ type: 'multiple', scoring: 'partial', options: options('ac') }, ['c'], 0.5],
    [{ type: 'multiple', scoring: 'partial', options: options('ac') }, ['c', 'a', 'd'], 0.5],
    [{ type: 'multiple', scoring: 'exact', options: options('ac') }, ['c', 'a'], 1],
    [{ type: 'multiple', scoring: 'exact', options: options('ac') }, ['c'], 0],
    [{ type: 'true-false', answer: false }, false, 1],
    [{ type: 'number', answer: { value: 18, tolerance: 0.25 } }, 18.25, 1],
    [{ type: 'number', answer: { value: 18, tolerance: 0.25 } }, 18.26, 0],
  ] as const;

  it.each(bank)('%j answered with %j earns %p', (key, answer, points) => {
    const question = { ...before, id: 'M02-g1', points: 1, ...key } as unknown as Question;
    const placed = {
      id: 'M02-g1',
      type: key.type,
      objective: 'M02.1',
      points: 1,
      options: 'options' in key ? ['d', 'c', 'b', 'a'] : null,
    };
    expect(fits(placed, answer as Answer)).toBe(true);
    expect(pointsFor(question, answer as Answer)).toBe(points);
  });
});
