import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aBank, aFact, aQuestion } from '../../test/class.js';
import { aSitting, begin, codes, testUrl } from '../../test/sitting.js';
import { newId } from '../kernel/ids.js';

let khou: App;
let sitting: ReturnType<typeof aSitting>;
let one: Caller;
let lead: Caller;
let cohortId: string;
let attempt: string;
let seq = 0;

const text = (en: string) => ({ en, lo: null });
const entries = (...ids: string[]) => ids.map((id) => ({ id, text: text(id) }));

beforeAll(async () => {
  khou = await anApp();
  sitting = aSitting(khou);
  const graded = [
    ...aBank(),
    aQuestion('M02-g5', 'matching', {
      rows: entries('constructor', 'b').map((row) => ({ ...row, match: ['x'] })),
      choices: entries('x', 'y'),
      scoring: 'partial',
    }),
    aQuestion('M02-g6', 'ordering', { steps: entries('a', 'b', 'c'), scoring: 'partial' }),
    aQuestion('M02-g7', 'short-answer', { need: 1, accept: [{ en: ['yes'], lo: [] }] }),
    aQuestion('M02-g8', 'case', {
      parts: [
        { id: 'constructor', type: 'true-false', points: 1, prompt: text('p'), rationale: text('r'), answer: true },
        {
          id: 'two',
          type: 'number',
          points: 1,
          prompt: text('p'),
          rationale: text('r'),
          answer: { value: 1, tolerance: 0 },
        },
      ],
    }),
    aQuestion('M02-g9', 'mrz', { mrz: { ask: 'fault', seed: 3 } }),
  ];
  const made = await sitting.anOpenTest({ graded, trainees: 1 });
  ({ cohortId, lead } = made);
  one = made.trainees[0]!;
  attempt = (await begin(one, cohortId)).body.id;
});
afterAll(() => khou.close());

const questions = Array.from({ length: 9 }, (_, index) => `M02-g${index + 1}`);
const answer = (question: string, given: unknown) => sitting.anAnswer(one, cohortId, attempt, question, given, ++seq);

describe('an answer that is none', () => {
  it.each([
    ['a number without end', 1e308],
    ['a long text', 'x'.repeat(501)],
    ['a longer text', 'x'.repeat(20_000)],
    ['an option twice', ['a', 'a', 'b']],
    ['too many options', Array.from({ length: 50 }, (_, index) => `o${index}`)],
    ['a list of lists', [['a']]],
    ['names of objects', { constructor: 'toString', toString: 'valueOf' }],
    ['names of objects in a case', { constructor: { constructor: 'x' }, two: { valueOf: 1 } }],
    ['a group of nothing', { '': '' }],
    ['a group in groups', { two: { a: { b: { c: 1 } } } }],
    ['a list with numbers', [1, 2]],
  ])('%s is refused or kept, and never breaks a batch', async (_name, given) => {
    const { status, body } = await sitting.post(one, ...questions.map((question) => answer(question, given)));
    expect([status, body.verdicts.length]).toEqual([200, questions.length]);
    for (const { code, verdict } of body.verdicts)
      if (verdict === 'refused') expect(['attempt.answer_unfit', 'fact.payload_invalid']).toContain(code);
  });

  it.each([
    ['U+0000 in a text', { attempt: 'x', answer: 'a\u0000b' }],
    ['half a character', { attempt: 'x', answer: 'a\uD800b' }],
    ['U+0000 in a name', { 'a\u0000': 1 }],
    ['a thousand levels', { a: JSON.parse('['.repeat(1_000) + ']'.repeat(1_000)) }],
  ])('%s is refused for good, and what comes with it is kept', async (_name, payload) => {
    const good = answer('M02-g7', 'yes');
    const bad = aFact(one, cohortId, 'answer.saved', payload);
    const { status, body } = await sitting.post(one, bad, good);
    expect(status).toBe(200);
    const verdicts = new Map(
      body.verdicts.map((row: { id: string; verdict: string; code: string | null }) => [row.id, row]),
    );
    expect(verdicts.get(bad.id)).toMatchObject({ verdict: 'refused', code: 'fact.payload_invalid' });
    expect(verdicts.get(good.id)).toMatchObject({ verdict: 'accepted', code: null });
  });

  it('a prototype is not read at all', async () => {
    const fact = JSON.stringify(answer('M02-g5', { b: 'x' })).replace('{"b":"x"}', '{"__proto__":"x"}');
    const { status, body } = await one.send('POST', '/api/v1/sync', {
      body: `{"device":"${newId()}","facts":[${fact}]}`,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, body.code]).toEqual([400, 'http.unreadable']);
  });

  it('with the greatest number there is, or a kind nobody knows, is answered', async () => {
    const late = sitting.anAnswer(one, cohortId, attempt, 'M02-g1', 'b', Number.MAX_SAFE_INTEGER);
    const { status } = await sitting.post(
      one,
      late,
      aFact(one, cohortId, 'constructor', {}),
      aFact(one, cohortId, '__proto__', {}),
    );
    expect(status).toBe(200);
  });
});

it('the attempt is marked all the same, from what was an answer', async () => {
  expect(codes(await sitting.post(one, sitting.aSubmission(one, cohortId, attempt, Number.MAX_SAFE_INTEGER)))).toEqual([
    null,
  ]);
  const { points, state } = (await sitting.marksOf(attempt))!;
  expect([state, Number(points) >= 1]).toEqual(['marked', true]);
  await lead.post(testUrl(cohortId, 'closing'));
  const { status, body } = await one.get(`/api/v1/attempts/${attempt}/result`);
  expect([status, body.questions.length]).toEqual([200, questions.length]);
});
