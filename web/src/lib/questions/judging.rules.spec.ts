import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './answer.rules.ts';
import { inPlace, judged } from './judging.rules.ts';
import { askedInPractice, keyOfPractice } from './practice.rules.ts';
import type { PracticePart, PracticeQuestion } from './practice-question.js';

const fields = { id: 'q', objective: 'M01.1', points: 1, prompt: '?', rationale: '!' };
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id === 'a' || id === 'c' }));
const steps = ['one', 'two', 'three', 'four'].map((id) => ({ id, text: id }));
const rows = [
  { id: 'r1', text: 'r1', match: ['x'] },
  { id: 'r2', text: 'r2', match: ['x', 'y'] },
];
const choices = ['x', 'y', 'z'].map((id) => ({ id, text: id }));
const number = { type: 'number', answer: { value: 18, tolerance: 0.5 } } as const;
const naming = { type: 'short-answer', need: 2, accept: [['Workers', 'ແຮງງານ'], ['refugees'], ['tourists']] } as const;
const spots = ['p', 'q', 'r'].map((id) => ({ id, label: id, at: [0, 0, 9, 9], correct: id !== 'r' }));
const picture = { ...fields, type: 'hotspot', alt: '', picture: null } as const;
const part = (own: object) => ({ ...fields, ...own }) as unknown as PracticePart;
const asking = (own: object) => ({ ...fields, ...own }) as unknown as PracticeQuestion;
const scene = asking({
  type: 'case',
  parts: [part({ ...number, id: 'n' }), part({ type: 'ordering', scoring: 'partial', steps, id: 'o' })],
});

const cases: readonly (readonly [
  what: string,
  question: PracticeQuestion,
  answers: readonly (readonly [Answer, string])[],
])[] = [
  [
    'one choice',
    asking({ type: 'single', options: options.slice(0, 2) }),
    [
      ['a', 'right'],
      ['b', 'wrong'],
    ],
  ],
  [
    'several choices, in part',
    asking({ type: 'multiple', scoring: 'partial', options }),
    [
      [['c', 'a'], 'right'],
      [['a'], 'partly'],
      [['a', 'c', 'b'], 'partly'],
      [['a', 'b'], 'wrong'],
      [['b', 'd'], 'wrong'],
      [[], 'wrong'],
    ],
  ],
  [
    'several choices, all or nothing',
    asking({ type: 'multiple', scoring: 'exact', options }),
    [
      [['a', 'c'], 'right'],
      [['a'], 'wrong'],
    ],
  ],
  [
    'true or false',
    asking({ type: 'true-false', answer: false }),
    [
      [false, 'right'],
      [true, 'wrong'],
    ],
  ],
  [
    'a number',
    asking(number),
    [
      [18.5, 'right'],
      [17.5, 'right'],
      [17.4, 'wrong'],
      ['18', 'wrong'],
    ],
  ],
  [
    'a matching, where a row may have two right choices',
    asking({ type: 'matching', scoring: 'partial', rows, choices }),
    [
      [{ r1: 'x', r2: 'x' }, 'right'],
      [{ r1: 'x', r2: 'y' }, 'right'],
      [{ r1: 'z', r2: 'y' }, 'partly'],
      [{ r1: 'z', r2: 'z' }, 'wrong'],
      [{}, 'wrong'],
    ],
  ],
  [
    'a matching, all or nothing',
    asking({ type: 'matching', scoring: 'exact', rows, choices }),
    [[{ r1: 'x', r2: 'z' }, 'wrong']],
  ],
  [
    'an order, by its neighbours',
    asking({ type: 'ordering', scoring: 'partial', steps }),
    [
      [['one', 'two', 'three', 'four'], 'right'],
      [['four', 'one', 'two', 'three'], 'partly'],
      [['four', 'three', 'two', 'one'], 'wrong'],
    ],
  ],
  [
    'an order, all or nothing',
    asking({ type: 'ordering', scoring: 'exact', steps }),
    [[['four', 'one', 'two', 'three'], 'wrong']],
  ],
  [
    'a short answer that asks for two',
    asking(naming),
    [
      ['refugees, workers', 'right'],
      ['ແຮງງານ ແລະ Refugees.', 'right'],
      ['workers; ແຮງງານ', 'partly'],
      ['pilots', 'wrong'],
    ],
  ],
  [
    'a check digit',
    asking({ type: 'mrz', ask: 'digit', shown: 'A1', answer: 3 }),
    [
      [3, 'right'],
      [4, 'wrong'],
    ],
  ],
  [
    'a faulty line',
    asking({ type: 'mrz', ask: 'fault', shown: '', answer: 'none', choices: [] }),
    [
      ['none', 'right'],
      ['birth', 'wrong'],
    ],
  ],
  [
    'several places',
    { ...picture, choose: 'several', spots } as unknown as PracticeQuestion,
    [
      [['q', 'p'], 'right'],
      [['p'], 'partly'],
      [['p', 'r'], 'wrong'],
    ],
  ],
  [
    'one place',
    { ...picture, choose: 'one', spots: spots.slice(1) } as unknown as PracticeQuestion,
    [
      ['q', 'right'],
      ['r', 'wrong'],
    ],
  ],
  [
    'a case',
    scene,
    [
      [{ n: 18, o: ['one', 'two', 'three', 'four'] }, 'right'],
      [{ n: 1, o: ['one', 'two', 'four', 'three'] }, 'partly'],
      [{ n: 18 }, 'partly'],
      [{ n: 1, o: ['four', 'three', 'two', 'one'] }, 'wrong'],
    ],
  ],
];

for (const [what, question, answers] of cases)
  test(`${what}: judged as the server would mark it`, () => {
    const [asked, key] = [askedInPractice(question), keyOfPractice(question)];
    for (const [answer, expected] of answers)
      assert.equal(judged(asked, key, answer), expected, JSON.stringify(answer));
  });

test('what the key says is right is judged right', () => {
  for (const [what, question] of cases) {
    const key = keyOfPractice(question);
    assert.equal(judged(askedInPractice(question), key, key.right), 'right', what);
  }
});

test('a step is in place when it follows the right one', () => {
  const right = ['one', 'two', 'three'];
  assert.deepEqual(inPlace(['one', 'two', 'three'], right), [true, true, true]);
  assert.deepEqual(inPlace(['three', 'one', 'two'], right), [false, false, true]);
  assert.deepEqual(inPlace(['two', 'three', 'one'], right), [false, true, false]);
});
