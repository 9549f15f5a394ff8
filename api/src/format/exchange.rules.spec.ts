import { describe, expect, test } from '@jest/globals';
import type { Question } from './curriculum.js';
import type { ImportDefaults } from './exchange.rules.js';
import { readGift } from './gift-read.rules.js';
import { writeGift } from './gift-write.rules.js';
import { readMoodle } from './moodle-read.rules.js';
import { writeMoodle } from './moodle-write.rules.js';
import { questionShape } from './question.shapes.js';

const say = (en: string) => ({ en, lo: `ລາວ ${en}` });
const common = {
  use: 'graded',
  form: 'A',
  objective: 'M02.1',
  level: 'apply',
  points: 2,
  rationale: say('Because {a = b} ~ 50%: it # is.'),
} as const;
const list = (...texts: string[]) => texts.map((text, index) => ({ id: 'abcdef'[index]!, text: say(text) }));

const bank: Question[] = [
  {
    ...common,
    id: 'M02-g1',
    type: 'single',
    prompt: say('Which one? {x} = y ~ z: a\\b # c'),
    options: list('One', 'Two = 2', 'Three ~').map((option, index) => ({ ...option, correct: index === 1 })),
  },
  {
    ...common,
    id: 'M02-g2',
    type: 'multiple',
    scoring: 'partial',
    prompt: say('Which two?'),
    options: list('A', 'B', 'C').map((option, index) => ({ ...option, correct: index < 2 })),
  },
  {
    ...common,
    id: 'M02-g3',
    type: 'multiple',
    scoring: 'exact',
    prompt: say('Which three, all of them?'),
    options: list('A', 'B', 'C', 'D').map((option, index) => ({ ...option, correct: index < 3 })),
  },
  { ...common, id: 'M02-g4', type: 'true-false', prompt: say('Is it so?'), answer: false },
  { ...common, id: 'M02-g5', type: 'number', prompt: say('How many?'), answer: { value: 18.5, tolerance: 0.25 } },
  {
    ...common,
    id: 'M02-g6',
    type: 'matching',
    scoring: 'partial',
    prompt: say('Set side by side'),
    rows: list('recruit', 'threat').map((row, index) => ({ ...row, match: ['ab'[index]!] })),
    choices: list('act', 'means', 'purpose'),
  },
  {
    ...common,
    id: 'M02-g7',
    type: 'short-answer',
    need: 1,
    prompt: say('Name it'),
    accept: [{ en: ['worker', 'labour migrant'], lo: ['ແຮງງານ'] }],
  },
];
const ordering: Question = {
  ...common,
  id: 'M02-g8',
  type: 'ordering',
  scoring: 'partial',
  prompt: say('Put in order'),
  steps: list('one', 'two', 'three'),
};
const foreign: Question[] = [
  {
    ...common,
    id: 'M02-p8',
    rationale: null,
    type: 'mrz',
    prompt: say('Which digit?'),
    mrz: { ask: 'digit', field: 'birth', seed: 3 },
  },
  {
    ...common,
    id: 'M02-p9',
    type: 'short-answer',
    need: 2,
    prompt: say('Name two'),
    accept: [
      { en: ['a'], lo: [] },
      { en: ['b'], lo: [] },
    ],
  },
];

const defaults: ImportDefaults = {
  module: 'M02',
  objective: 'M02.9',
  level: 'remember',
  use: 'practice',
  locale: 'en',
};

/** What a file of one language can hold of a question: its texts in that language, ids of options as places. */
function held(question: Question, locale: 'en' | 'lo') {
  const text = JSON.stringify(question, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'en' in value && 'lo' in value && typeof value.en === 'string'
      ? { en: value[locale as 'lo'] }
      : value,
  );
  return JSON.parse(text) as Question;
}

function again(written: unknown) {
  const question = questionShape.parse(written);
  return JSON.parse(
    JSON.stringify(question, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'en' in value && 'lo' in value && typeof value.en === 'string'
        ? { en: value.en }
        : value,
    ),
  ) as Question;
}

describe.each([
  ['GIFT', writeGift, (text: string) => readGift(text, defaults, new Set()), bank],
  ['Moodle XML', writeMoodle, (text: string) => readMoodle(text, defaults, new Set())!, [...bank, ordering]],
] as const)('%s', (name, write, read, questions) => {
  test('there and back, a question loses nothing, not its id either', () => {
    const { text, count, left } = write(questions, 'en');
    expect([count, left]).toEqual([questions.length, []]);
    const back = read(text);
    expect(back.left).toEqual([]);
    const expected = questions.map((question) => held(question, 'en'));
    expect(back.questions.map(({ question }) => again(question))).toEqual(
      expected.map((question) =>
        question.type === 'short-answer' ? { ...question, accept: [{ en: question.accept[0]!.en, lo: [] }] } : question,
      ),
    );
    expect(back.questions.flatMap(({ notes }) => notes)).toEqual([]);
  });

  test('Lao goes through letter by letter', () => {
    const back = read(write(bank, 'lo').text);
    expect(back.questions.map(({ question }) => question.prompt.en)).toEqual(bank.map(({ prompt }) => prompt.lo));
  });

  test('what the format cannot hold is named with the reason', () => {
    const { count, left } = write(foreign, 'en');
    expect(count).toBe(0);
    expect(left).toEqual([
      { name: 'M02-p8', reason: 'generated' },
      { name: 'M02-p9', reason: 'several-answers' },
    ]);
    if (name === 'GIFT') expect(write([ordering], 'en').left).toEqual([{ name: 'M02-g8', reason: 'order' }]);
  });
});

describe('GIFT of other programs', () => {
  const from = (text: string) => readGift(text, defaults, new Set(['M02-i1']));

  test('takes answers with weights, ranges, gaps and feedback', () => {
    const { questions, left } = from(`$CATEGORY: tom/dick

// a comment
Two plus two is {=four#right ~five#no} in sums.

::Q2:: Who? {=Ana =Noy}

How many? {#3..5}

Say something. {}

Only a text.`);
    expect(left).toEqual([
      { name: '#4', reason: 'free-text' },
      { name: '#5', reason: 'description' },
    ]);
    expect(questions.map(({ question, notes }) => [question.id, question.type, notes])).toEqual([
      ['M02-i2', 'single', ['feedback-joined', 'objective-missing']],
      ['M02-i3', 'short-answer', ['rationale-missing', 'objective-missing']],
      ['M02-i4', 'number', ['rationale-missing', 'objective-missing']],
    ]);
    expect(questions[0]!.question).toMatchObject({
      prompt: { en: 'Two plus two is _____ in sums.' },
      objective: 'M02.9',
      use: 'practice',
      rationale: { en: 'four: right five: no' },
    });
    expect(questions[2]!.question).toMatchObject({ answer: { value: 4, tolerance: 1 } });
  });
});

describe('Moodle XML of other programs', () => {
  test('a document that defines entities, or is no quiz, is not taken at all', () => {
    expect(readMoodle('<!DOCTYPE x [<!ENTITY a "b">]><quiz/>', defaults, new Set())).toBeNull();
    expect(readMoodle('<html/>', defaults, new Set())).toBeNull();
    expect(readMoodle('<quiz><question>', defaults, new Set())).toBeNull();
  });

  test('markup is taken out and said, and types that do not map are named', () => {
    const read = readMoodle(
      `<quiz><question type="category"><category><text>x</text></category></question>
       <question type="essay"><name><text>Write</text></name></question>
       <question type="shortanswer"><name><text>S</text></name><questiontext format="html"><text><![CDATA[<p>Who <b>is</b> it?</p>]]></text></questiontext>
       <answer fraction="100"><text>Noy</text></answer></question></quiz>`,
      defaults,
      new Set(),
    )!;
    expect(read.left).toEqual([{ name: 'Write', reason: 'free-text' }]);
    expect(read.questions[0]!.question.prompt).toEqual({ en: 'Who is it?' });
    expect(read.questions[0]!.notes).toContain('markup-removed');
  });

  test('a picture in GIFT is lost, and the author is told', () => {
    const read = readGift('[html]Which <b>one</b>? <img src="x.png"/> {=This ~That}', defaults, new Set())!;
    expect(read.questions[0]!.question.prompt).toEqual({ en: 'Which one ?' });
    expect(read.questions[0]!.notes).toEqual(expect.arrayContaining(['markup-removed', 'picture-lost']));
  });
});
