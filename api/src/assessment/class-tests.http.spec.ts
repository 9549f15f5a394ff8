import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aClass } from '../../test/class.js';
import { aSitting, begin, right, testUrl } from '../../test/sitting.js';

let khou: App;
let sitting: ReturnType<typeof aSitting>;
beforeAll(async () => {
  khou = await anApp();
  sitting = aSitting(khou);
});
afterAll(() => khou.close());

describe('the trainer', () => {
  it('opens and closes the tests of the own class only', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    const stranger = await khou.signedIn(['trainer']);
    expect((await stranger.post(testUrl(cohortId, 'opening'))).status).toBe(404);
    expect((await one!.post(testUrl(cohortId, 'opening'))).status).toBe(403);
    expect((await lead.post(testUrl(cohortId, 'opening'))).status).toBe(204);
    expect((await lead.post(testUrl(cohortId, 'opening'))).body.code).toBe('test.already_open');
    expect((await lead.post(`/api/v1/cohorts/${cohortId}/tests/no-such-test/opening`)).status).toBe(404);
  });

  it('sees who is at it, who has sent, and who has not begun', async () => {
    const {
      cohortId,
      lead,
      trainees: [one, two, three],
    } = await sitting.anOpenTest({ trainees: 3 });
    const { body: running } = await begin(one!, cohortId);
    await sitting.post(one!, sitting.anAnswer(one!, cohortId, running.id, 'M02-g1', 'b', 1));
    const { body: sent } = await begin(two!, cohortId);
    await sitting.post(two!, sitting.aSubmission(two!, cohortId, sent.id, 1));
    const { body } = await lead.get(`/api/v1/cohorts/${cohortId}/tests`);
    expect(body.tests).toMatchObject([{ code: 'post-test', state: 'open', questions: 4, allowed: ['close'] }]);
    const stateOf = (who: Caller) =>
      body.tests[0].people.find((person: { personId: string }) => person.personId === who.personId).attempts;
    expect(stateOf(one!)).toMatchObject([{ state: 'running', answered: 1 }]);
    expect(stateOf(two!)).toMatchObject([{ state: 'sent' }]);
    expect(stateOf(three!)).toEqual([]);
  });

  it('sees the results by person, the hard questions and the objectives', async () => {
    const {
      cohortId,
      lead,
      trainees: [one, two],
    } = await sitting.anOpenTest({ trainees: 3 });
    for (const [who, answers] of [
      [one!, right],
      [two!, { 'M02-g1': 'b' }],
    ] as const) {
      const { body: attempt } = await begin(who, cohortId);
      await sitting.post(
        who,
        ...Object.entries(answers).map(([question, answer], index) =>
          sitting.anAnswer(who, cohortId, attempt.id, question, answer, index + 1),
        ),
        sitting.aSubmission(who, cohortId, attempt.id, 9),
      );
    }
    const { body } = await lead.get(testUrl(cohortId, 'results'));
    expect(body).toMatchObject({
      taken: 2,
      of: 3,
      passed: 1,
      mean: 62.5,
      objectives: [
        { id: 'M02.1', points: 3, of: 4 },
        { id: 'M02.2', points: 2, of: 4 },
      ],
    });
    expect(
      body.questions.map((question: { id: string; facility: number }) => [question.id, question.facility]),
    ).toEqual([
      ['M02-g2', 0.5],
      ['M02-g3', 0.5],
      ['M02-g4', 0.5],
      ['M02-g1', 1],
    ]);
  });

  it('and the trainee see the state of the test on their pages', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    const state = async () => (await one!.get('/api/v1/today')).body.classes[0].tests[0];
    expect(await state()).toMatchObject({ code: 'post-test', state: 'waiting', attemptId: null });
    await lead.post(testUrl(cohortId, 'opening'));
    expect(await state()).toMatchObject({ state: 'open', questions: 4, minutes: 40 });
    const { body: attempt } = await begin(one!, cohortId);
    expect(await state()).toMatchObject({ state: 'running', attemptId: attempt.id, dueAt: attempt.dueAt });
    await sitting.post(one!, sitting.aSubmission(one!, cohortId, attempt.id, 1));
    expect(await state()).toMatchObject({ state: 'sent', attemptId: attempt.id });
    await lead.post(testUrl(cohortId, 'closing'));
    expect(await state()).toMatchObject({ state: 'closed', attemptId: attempt.id });
  });
});
