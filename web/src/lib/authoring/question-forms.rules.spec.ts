import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aQuestion, formOf, freeId, freeQuestionId, moved, questionTypes } from './question-forms.rules.ts';
import { writtenOf } from './question-writing.rules.ts';

const common = { use: 'practice', objective: 'M02.1', level: 'apply' };
const rationale = { en: 'Because', lo: 'ເພາະວ່າ' };
const prompt = { en: 'What?', lo: 'ຫຍັງ?' };
const two = [
  { id: 'a', text: { en: 'A', lo: 'ກ' }, correct: true },
  { id: 'b', text: { en: 'B' } },
];

/** Each as an author would write it in the file; the form must write the same again. */
const written: readonly Record<string, unknown>[] = [
  { id: 'M02-1', ...common, use: 'graded', form: 'A', type: 'single', points: 2, prompt, options: two, rationale },
  { id: 'M02-2', ...common, type: 'multiple', scoring: 'partial', prompt, options: two, rationale },
  { id: 'M02-3', ...common, type: 'true-false', answer: false, prompt, rationale },
  { id: 'M02-4', ...common, type: 'number', answer: { value: 18, tolerance: 0.5 }, prompt, rationale },
  {
    id: 'M02-5',
    ...common,
    type: 'matching',
    prompt,
    rows: [{ id: 'r1', text: { en: 'debt' }, match: ['c1', 'c2'] }],
    choices: [
      { id: 'c1', text: { en: 'act' } },
      { id: 'c2', text: { en: 'means' } },
    ],
    rationale,
  },
  {
    id: 'M02-6',
    ...common,
    type: 'ordering',
    scoring: 'partial',
    prompt,
    steps: [{ id: 's1', text: { en: 'Greet' } }],
    rationale,
  },
  {
    id: 'M02-7',
    ...common,
    type: 'short-answer',
    need: 2,
    prompt,
    accept: [{ en: ['workers', 'labour'], lo: ['ແຮງງານ'] }],
    rationale,
  },
  {
    id: 'M02-8',
    ...common,
    type: 'case',
    prompt,
    parts: [
      { id: 'one', type: 'true-false', answer: true, prompt, rationale },
      { id: 'two', type: 'single', points: 3, prompt, options: two, rationale },
    ],
    rationale,
  },
  { id: 'M02-9', ...common, type: 'mrz', prompt, mrz: { ask: 'digit', field: 'birth', seed: 41 } },
  {
    id: 'M02-10',
    ...common,
    type: 'mrz',
    prompt,
    mrz: { ask: 'digit', field: 'number', value: 'L898902C3' },
    rationale,
  },
  { id: 'M02-11', ...common, type: 'mrz', prompt, mrz: { ask: 'fault', seed: 12 } },
  {
    id: 'M02-12',
    ...common,
    type: 'hotspot',
    prompt,
    image: 'images/page.svg',
    alt: { en: 'A page' },
    choose: 'several',
    spots: [{ id: 'photo', label: { en: 'photograph' }, at: [1, 2, 30, 40], correct: true }],
    rationale,
  },
];

for (const question of written)
  test(`a ${String(question.type)} question is written as it was read`, () => {
    assert.deepEqual(writtenOf(formOf(question)), question);
  });

test('every type can be begun, and what is typed outlasts a change of type', () => {
  for (const type of questionTypes) assert.equal(writtenOf(aQuestion('M02-p1', type, 'M02.1')).type, type);
  const form = { ...formOf(written[1]!), type: 'ordering' as const };
  assert.deepEqual(formOf(writtenOf({ ...form, type: 'multiple' })).options, formOf(written[1]!).options);
});

test('a number that is none is kept for the check to name', () => {
  const form = { ...aQuestion('M02-p1', 'number', 'M02.1'), value: 'ten' };
  assert.deepEqual(writtenOf(form).answer, { value: 'ten', tolerance: 0 });
});

test('new ids are free', () => {
  assert.equal(freeId([{ id: 'a' }, { id: 'c' }]), 'b');
  assert.equal(freeId([{ id: 's1' }], 's'), 's2');
  assert.equal(freeQuestionId('M02', 'practice', ['M02-p1', 'M02-p3']), 'M02-p2');
});

test('an entry moves one place and stays at the ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, -1), ['a', 'b', 'c']);
});
