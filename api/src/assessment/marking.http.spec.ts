import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp } from '../../test/app.js';
import { aSitting, begin, right, testUrl } from '../../test/sitting.js';
import { ResultsService } from './index.js';

let khou: App;
let sitting: ReturnType<typeof aSitting>;
beforeAll(async () => {
  khou = await anApp();
  sitting = aSitting(khou);
});
afterAll(() => khou.close());

describe('an attempt', () => {
  it('is marked when it is sent, and its result can be seen when the test is closed', async () => {
    const { cohortId, lead, one, attempt, answered, handedIn, send } = await sitting.aBegunTest();
    const answers = Object.entries({ ...right, 'M02-g2': ['a'] }).map(([question, answer], index) =>
      answered(question, answer, index + 1),
    );
    await send(...answers, handedIn(9));
    expect(await sitting.marksOf(attempt.id)).toMatchObject({
      state: 'marked',
      points: 3.5,
      percent: 87.5,
      passed: true,
    });
    expect((await one.get(`/api/v1/attempts/${attempt.id}/result`)).body.code).toBe('attempt.not_closed');
    expect((await one.get('/api/v1/results')).body.items).toMatchObject([{ percent: null, passed: null }]);
    expect((await begin(one, cohortId)).body.code).toBe('attempt.taken_already');

    await lead.post(testUrl(cohortId, 'closing'));
    const { body: result } = await one.get(`/api/v1/attempts/${attempt.id}/result`);
    expect(result).toMatchObject({
      percent: 87.5,
      passed: true,
      objectives: [
        { id: 'M02.1', points: 2, of: 2 },
        { id: 'M02.2', points: 1.5, of: 2 },
      ],
    });
    expect(result.questions.find((question: { id: string }) => question.id === 'M02-g2')).toMatchObject({
      answer: ['a'],
      points: 0.5,
      rationale: { en: 'Because of M02-g2' },
    });
    const other = await khou.signedIn(['trainee']);
    expect((await other.get(`/api/v1/attempts/${attempt.id}/result`)).status).toBe(404);
  });

  it('has the same marks in whatever order and batches its answers and its sending arrive', async () => {
    const { cohortId, trainees } = await sitting.anOpenTest({ trainees: 8 });
    for (const [turn, who] of trainees.entries()) {
      const { body: attempt } = await begin(who, cohortId);
      const facts = [
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g1', 'a', 1),
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g1', 'b', 2),
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g2', ['a', 'c'], 3),
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g3', true, 4),
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g4', 17, 5),
        sitting.aSubmission(who, cohortId, attempt.id, 6),
        // From another tab that did not know: after the sending, so it counts in no order.
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g4', 18, 7),
        sitting.anAnswer(who, cohortId, attempt.id, 'M02-g1', 'c', 8),
        sitting.aSubmission(who, cohortId, attempt.id, 9),
      ];
      const sent = [...facts.slice(turn), ...facts.slice(0, turn)].toSorted((a, b) =>
        turn % 2 === 0 ? 0 : a.id < b.id ? 1 : -1,
      );
      const size = 1 + (turn % 4);
      for (let at = 0; at < sent.length; at += size) await sitting.post(who, ...sent.slice(at, at + size), sent[0]);
      expect(await sitting.marksOf(attempt.id)).toEqual({
        state: 'marked',
        points: 3,
        percent: 75,
        passed: true,
        late: false,
      });
    }
  });

  it('that was never sent is marked as it stands when the trainer closes the test', async () => {
    const {
      cohortId,
      lead,
      trainees: [one, two],
    } = await sitting.anOpenTest();
    const [{ body: attempt }, { body: empty }] = [await begin(one!, cohortId), await begin(two!, cohortId)];
    await sitting.post(one!, sitting.anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 1));
    expect((await lead.post(testUrl(cohortId, 'closing'))).status).toBe(204);
    expect(await sitting.marksOf(attempt.id)).toMatchObject({ state: 'marked', percent: 25 });
    expect(await sitting.marksOf(empty.id)).toMatchObject({ state: 'marked', percent: 0 });
    expect((await lead.post(testUrl(cohortId, 'closing'))).body.code).toBe('test.not_open');
  });

  it('may be followed by one more when the test is opened again, with the best of both counting', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await sitting.anOpenTest();
    const { body: first } = await begin(one!, cohortId);
    await sitting.post(
      one!,
      sitting.anAnswer(one!, cohortId, first.id, 'M02-g1', 'b', 1),
      sitting.aSubmission(one!, cohortId, first.id, 2),
    );
    await lead.post(testUrl(cohortId, 'closing'));
    khou.clock.advance(3_600_000);
    await lead.post(testUrl(cohortId, 'opening'));
    const { body: second } = await begin(one!, cohortId);
    expect(second.number).toBe(2);
    await sitting.post(
      one!,
      ...Object.entries(right).map(([question, answer], index) =>
        sitting.anAnswer(one!, cohortId, second.id, question, answer, index + 1),
      ),
      sitting.aSubmission(one!, cohortId, second.id, 9),
    );
    await lead.post(testUrl(cohortId, 'closing'));
    const results = await khou.app.get(ResultsService).bestOf(cohortId);
    expect(results.get(one!.personId)).toMatchObject([
      { testCode: 'post-test', number: 2, percent: 100, passed: true, closed: true },
    ]);
    khou.clock.advance(3_600_000);
    await lead.post(testUrl(cohortId, 'opening'));
    expect((await begin(one!, cohortId)).body.code).toBe('attempt.passed_before');
  });

  it('is marked once and rightly when thirty people send at the same minute', async () => {
    const { cohortId, trainees } = await sitting.anOpenTest({ trainees: 30 });
    const attempts = await Promise.all(trainees.map((who) => begin(who, cohortId)));
    await Promise.all(
      trainees.map((who, index) => {
        const { id } = attempts[index]!.body;
        return sitting.post(
          who,
          sitting.anAnswer(who, cohortId, id, 'M02-g1', 'b', 1),
          sitting.anAnswer(who, cohortId, id, 'M02-g3', true, 2),
          sitting.aSubmission(who, cohortId, id, 3),
        );
      }),
    );
    const rows = await khou.queries.read(
      `select 1 from attempts where cohort_id = $1 and state = 'marked' and percent = 50`,
      [cohortId],
    );
    expect(rows).toHaveLength(30);
  });
});
