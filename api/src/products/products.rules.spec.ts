import { describe, expect, it } from '@jest/globals';
import { clockTime, sectionsInSlots } from './schedule.rules.js';
import { mayHave, type Reader } from './readers.rules.js';
import { productKinds } from './catalog.rules.js';
import { paperQuestions } from './paper.rules.js';
import type { Curriculum, Question, Test } from '../format/index.js';

const nobody: Reader = { all: false, trainer: false, teaches: false, learns: false };
const forAll = ['handbook', 'slides', 'agenda'];
const books = ['handbook', 'guide', 'slides', 'agenda', 'plan', 'materials'];

describe('who may have what', () => {
  it.each([
    ['an administrator has everything', { all: true }, [...productKinds]],
    ['a trainer may prepare from any version', { trainer: true }, books],
    ['a trainer of a class has its papers and keys too', { trainer: true, teaches: true }, [...productKinds]],
    ['a trainee has what participants get', { learns: true }, forAll],
    ['anybody else has nothing', {}, []],
  ])('%s', (_, change, expected) => {
    const reader = { ...nobody, ...change };
    expect(productKinds.filter((kind) => mayHave(reader, kind))).toEqual(expected);
  });
});

describe('a module on the clock', () => {
  const sections = [{ minutes: 30 }, { minutes: 45 }];
  it('goes on after a break where it stopped', () => {
    const placed = sectionsInSlots(sections, [
      { startsMinute: 510, minutes: 50 },
      { startsMinute: 600, minutes: 25 },
    ]);
    expect(
      placed.map((slot) => slot.map(({ startsAt, minutes, goesOn }) => [clockTime(startsAt), minutes, goesOn])),
    ).toEqual([
      [
        ['08:30', 30, false],
        ['09:00', 20, false],
      ],
      [['10:00', 25, true]],
    ]);
  });
});

describe('a test on paper', () => {
  const question = (id: string, objective: string, form: 'A' | 'B' | null): Question =>
    ({
      id,
      use: 'graded',
      objective,
      form,
      type: 'single',
      points: 1,
      prompt: { en: id, lo: null },
      rationale: { en: id, lo: null },
      options: ['right', 'wrong', 'other'].map((each) => ({
        id: each,
        text: { en: each, lo: null },
        correct: each === 'right',
      })),
    }) as unknown as Question;
  const module = (questions: Question[]) => ({ modules: [{ code: 'M01', questions }] }) as unknown as Curriculum;
  const ids = (curriculum: Curriculum, draw: Test['draw'], form: 'A' | 'B') =>
    paperQuestions(curriculum, { code: 't', draw } as unknown as Test, form).map(({ question: { id } }) => id);

  it('takes the questions of its form where a blueprint names objectives', () => {
    const bank = module([question('a', 'M01.1', 'A'), question('b', 'M01.1', 'B'), question('c', 'M01.2', 'A')]);
    const draw = [{ module: 'M01', objective: 'M01.1', count: 1 }];
    expect([ids(bank, draw, 'A'), ids(bank, draw, 'B')]).toEqual([['a'], ['b']]);
  });

  it('has no question on both forms while the bank reaches', () => {
    const bank = module(Array.from({ length: 8 }, (_, index) => question(`q${index}`, 'M01.1', null)));
    const draw = [{ module: 'M01', count: 4 }];
    expect(new Set([...ids(bank, draw, 'A'), ...ids(bank, draw, 'B')]).size).toBe(8);
    expect(ids(bank, draw, 'A')).toEqual(ids(bank, draw, 'A'));
  });

  it('does not show the right option where its author put it', () => {
    const bank = module(Array.from({ length: 12 }, (_, index) => question(`q${index}`, 'M01.1', null)));
    const papers = paperQuestions(bank, { code: 't', draw: [{ module: 'M01', count: 12 }] } as unknown as Test, 'A');
    const places = papers.map((each) =>
      'options' in each.question ? each.question.options.findIndex(({ correct }) => correct) : -1,
    );
    expect(new Set(places).size).toBe(3);
  });
});
