import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, anApp } from '../../test/app.js';
import { aClass } from '../../test/class.js';
import { aSitting, begin, codes, right, testUrl } from '../../test/sitting.js';
import { newId } from '../kernel/ids.js';

let khou: App;
let sitting: ReturnType<typeof aSitting>;
beforeAll(async () => {
  khou = await anApp();
  sitting = aSitting(khou);
});
afterAll(() => khou.close());

describe('a paper', () => {
  it('is given to whoever has a seat while the test is open, and the same again after a reload', async () => {
    const {
      cohortId,
      lead,
      trainees: [one],
    } = await aClass(khou);
    expect((await begin(one!, cohortId)).body.code).toBe('test.not_open');
    await lead.post(testUrl(cohortId, 'opening'));
    const first = await begin(one!, cohortId);
    expect(first.status).toBe(200);
    expect(first.body.questions).toHaveLength(4);
    expect(new Date(first.body.dueAt).getTime() - new Date(first.body.openedAt).getTime()).toBe(40 * 60_000);
    const again = await begin(one!, cohortId);
    expect(again.body).toEqual(first.body);
  });

  it('is one paper when two tabs begin at the same moment', async () => {
    const {
      cohortId,
      trainees: [one],
    } = await sitting.anOpenTest();
    const all = await Promise.all(Array.from({ length: 6 }, () => begin(one!, cohortId)));
    expect(new Set(all.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('is not given to a stranger, a trainer, or for a test that is none', async () => {
    const { cohortId, lead } = await sitting.anOpenTest();
    const stranger = await khou.signedIn(['trainee']);
    expect([(await begin(stranger, cohortId)).status, (await begin(lead, cohortId)).status]).toEqual([404, 403]);
    expect((await stranger.post('/api/v1/attempts', { cohortId: newId(), testCode: 'post-test' })).status).toBe(404);
  });

  it('can be gone on with on another phone: the saved answers come with it', async () => {
    const { cohortId, one, answered, send } = await sitting.aBegunTest();
    await send(answered('M02-g1', 'a', 10), answered('M02-g1', 'b', 11));
    expect((await begin(one, cohortId)).body.answers).toEqual([{ question: 'M02-g1', seq: 11, answer: 'b' }]);
  });
});

describe('an answer', () => {
  it('that is older than the saved one is accepted, changes nothing, and is told why', async () => {
    const { cohortId, one, answered, send } = await sitting.aBegunTest();
    expect(codes(await send(answered('M02-g1', 'b', 20)))).toEqual([null]);
    expect(codes(await send(answered('M02-g1', 'a', 19)))).toEqual(['answer.superseded']);
    expect((await begin(one, cohortId)).body.answers).toEqual([{ question: 'M02-g1', seq: 20, answer: 'b' }]);
  });

  it('can be taken back', async () => {
    const { attempt, answered, handedIn, send } = await sitting.aBegunTest();
    await send(answered('M02-g1', 'b', 1), answered('M02-g1', null, 2), handedIn(3));
    expect(await sitting.marksOf(attempt.id)).toMatchObject({ points: 0 });
  });

  it("is refused to another person's paper, to a question that is not on it, and when it cannot be one", async () => {
    const { cohortId, trainees, attempt, answered, send } = await sitting.aBegunTest();
    const two = trainees[1]!;
    const answer = await sitting.post(
      two,
      sitting.anAnswer(two, cohortId, attempt.id, 'M02-g1', 'b', 1),
      sitting.aSubmission(two, cohortId, attempt.id, 2),
    );
    expect(codes(answer)).toEqual(['attempt.unknown', 'attempt.unknown']);
    const odd = await send(answered('M02-p1', true, 1), answered('M02-g1', 'z', 2), answered('M02-g3', 'yes', 3));
    expect(codes(odd)).toEqual(['attempt.question_unknown', 'attempt.answer_unfit', 'attempt.answer_unfit']);
  });

  it('after the time is kept and flagged, does not count, and counts when the trainer accepts it', async () => {
    const { cohortId, lead, attempt, answered, handedIn, send } = await sitting.aBegunTest();
    await send(answered('M02-g1', 'b', 1), answered('M02-g3', false, 2));
    khou.clock.advance(42 * 60_000);
    const late = Object.entries(right).map(([question, answer], index) => answered(question, answer, 10 + index));
    expect(codes(await send(...late, handedIn(20)))).toEqual([
      'answer.late',
      'answer.late',
      'answer.late',
      'answer.late',
      null,
    ]);
    expect(await sitting.marksOf(attempt.id)).toMatchObject({
      state: 'marked',
      percent: 25,
      passed: false,
      late: true,
    });
    await lead.post(testUrl(cohortId, 'closing'));
    expect((await lead.post(`/api/v1/attempts/${attempt.id}/late-acceptance`)).status).toBe(204);
    expect(await sitting.marksOf(attempt.id)).toMatchObject({ percent: 100, passed: true });
    expect((await lead.post(`/api/v1/attempts/${attempt.id}/late-acceptance`)).body.code).toBe('attempt.nothing_late');
    const events = await khou.queries.read(
      `select details from audit_events where action = 'attempt.late_accepted' and subject_id = $1`,
      [attempt.id],
    );
    expect(events).toEqual([{ details: { before: 25, percent: 100 } }]);
  });

  it('that arrives when the keys can be seen does not improve the result', async () => {
    const { cohortId, lead, attempt, answered, send } = await sitting.aBegunTest();
    await lead.post(testUrl(cohortId, 'closing'));
    khou.clock.advance(1000);
    const backdated = {
      ...answered('M02-g1', 'b', 1),
      occurredAt: attempt.openedAt,
    };
    expect(codes(await send(backdated))).toEqual(['answer.late']);
    expect(await sitting.marksOf(attempt.id)).toMatchObject({ percent: 0, late: true });
  });
});
