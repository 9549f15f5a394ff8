import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Answer, type App, anApp } from '../../test/app.js';
import { aClass, aFact, aQuestion } from '../../test/class.js';
import { newId } from '../kernel/ids.js';

let khou: App;
beforeAll(async () => void (khou = await anApp()));
afterAll(() => khou.close());

/** Marks that stand only in keys, tolerances and rationales of graded questions. */
const canary = 'CANARY';
const number = 271_828_182_845.9;
const tolerance = 0.31415926535897;

function plantedBank() {
  const options = ['a', 'b', 'c'].map((id) => ({
    id,
    text: { en: `Option ${id}`, lo: null },
    correct: id === 'b',
    [`${canary}-option`]: true,
  }));
  const more = { rationale: { en: `${canary} because`, lo: `${canary} ເພາະ` }, [`${canary}-field`]: canary };
  return [
    aQuestion('M02-g1', 'single', { options }, more),
    aQuestion('M02-g2', 'multiple', { options, scoring: 'partial' }, more),
    aQuestion('M02-g3', 'number', { answer: { value: number, tolerance } }, more),
  ];
}

it('no key of a graded question is in any answer to a trainee before the test is closed', async () => {
  const {
    cohortId,
    versionId,
    lead,
    trainees: [one],
  } = await aClass(khou, { graded: plantedBank() });
  const heard: Answer[] = [];
  const listen = async (answer: Promise<Answer>) => (heard.push(await answer), answer);
  const everything = async (attempt: string | null) => {
    for (const url of [
      'today',
      'lessons',
      'results',
      `versions/${versionId}/modules/M02?locale=en`,
      `versions/${versionId}`,
      `cohorts/${cohortId}`,
      `cohorts/${cohortId}/tests`,
      `cohorts/${cohortId}/tests/post-test/results`,
    ])
      await listen(one!.get(`/api/v1/${url}`));
    if (attempt !== null) await listen(one!.get(`/api/v1/attempts/${attempt}/result`));
  };
  await everything(null);
  await lead.post(`/api/v1/cohorts/${cohortId}/tests/post-test/opening`);
  const attempt = (await listen(one!.post('/api/v1/attempts', { cohortId, testCode: 'post-test' }))).body;
  expect(attempt.questions).toHaveLength(3);
  const facts = [
    aFact(one!, cohortId, 'answer.saved', { attempt: attempt.id, question: 'M02-g1', answer: 'b', seq: 1 }),
    aFact(one!, cohortId, 'answer.saved', { attempt: attempt.id, question: 'M02-g3', answer: 3, seq: 2 }),
    aFact(one!, cohortId, 'attempt.submitted', { attempt: attempt.id, seq: 3 }),
  ];
  for (const fact of facts) await listen(one!.post('/api/v1/sync', { device: newId(), facts: [fact] }));
  await listen(one!.post('/api/v1/attempts', { cohortId, testCode: 'post-test' }));
  await everything(attempt.id);

  const said = heard.map((answer) => answer.text).join('\n');
  for (const planted of [canary, String(number), String(tolerance), '"correct":true', '"correct":false'])
    expect(said.split('\n').filter((line) => line.includes(planted))).toEqual([]);
  // The result is listed before, without marks; attendance has a percentage of its own.
  expect(said.replace(/"summary":\{[^}]*\}/g, '')).not.toMatch(/"(percent|passed)":(?!null)/);

  await lead.post(`/api/v1/cohorts/${cohortId}/tests/post-test/closing`);
  const after = await one!.get(`/api/v1/attempts/${attempt.id}/result`);
  expect(after.text).toContain(`${canary} because`);
  expect(after.text).toContain(String(number));
  expect(after.text).not.toContain(`${canary}-field`);
});

it('the order of questions and options differs from person to person and tells nothing of the key', async () => {
  const bank = Array.from({ length: 8 }, (_, index) =>
    aQuestion(`M02-g${index + 1}`, 'single', {
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: { en: `Option ${id}`, lo: null }, correct: id === 'a' })),
    }),
  );
  const { cohortId, lead, trainees } = await aClass(khou, { graded: bank, trainees: 24 });
  await lead.post(`/api/v1/cohorts/${cohortId}/tests/post-test/opening`);
  const papers = await Promise.all(
    trainees.map(
      async (who) => (await who.post('/api/v1/attempts', { cohortId, testCode: 'post-test' })).body.questions,
    ),
  );
  expect(
    new Set(papers.map((paper) => paper.map((question: { id: string }) => question.id).join())).size,
  ).toBeGreaterThan(20);
  const places = papers
    .flat()
    .map((question) => question.options.findIndex((option: { id: string }) => option.id === 'a'));
  for (const place of [0, 1, 2, 3]) expect(places.filter((one) => one === place).length).toBeGreaterThan(16);
});
