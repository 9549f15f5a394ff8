import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { type TaughtClass, aClass, aFact } from '../../test/class.js';
import { newId } from '../kernel/ids.js';
import { ResultsService } from './index.js';

let khou: App;
beforeAll(async () => void (khou = await anApp()));
afterAll(() => khou.close());

const device = newId();
const post = (who: Caller, ...facts: unknown[]) => who.post('/api/v1/sync', { device, facts });
const testUrl = (cohortId: string, verb: string) => `/api/v1/cohorts/${cohortId}/tests/post-test/${verb}`;
const begin = (who: Caller, cohortId: string) => who.post('/api/v1/attempts', { cohortId, testCode: 'post-test' });
const codes = (answer: { body: { verdicts: { code: string | null }[] } }) => answer.body.verdicts.map((verdict) => verdict.code);

async function anOpenTest(options: Parameters<typeof aClass>[1] = {}): Promise<TaughtClass> {
  const made = await aClass(khou, options);
  expect((await made.lead.post(testUrl(made.cohortId, 'opening'))).status).toBe(204);
  return made;
}

/** Answers that earn everything: option b; a and c; true; 18. */
const right: Record<string, unknown> = { 'M02-g1': 'b', 'M02-g2': ['a', 'c'], 'M02-g3': true, 'M02-g4': 18 };

function anAnswer(who: Caller, cohortId: string, attempt: string, question: string, answer: unknown, seq: number) {
  return aFact(who, cohortId, 'answer.saved', { attempt, question, answer, seq }, khou.clock.now().toISOString());
}
const aSubmission = (who: Caller, cohortId: string, attempt: string, seq: number) =>
  aFact(who, cohortId, 'attempt.submitted', { attempt, seq }, khou.clock.now().toISOString());

const marksOf = async (attempt: string) =>
  (await khou.queries.read<Record<string, unknown>>(`select state, points, percent, passed, late from attempts where id = $1`, [attempt]))[0];

describe('a paper', () => {
  it('is given to whoever has a seat while the test is open, and the same again after a reload', async () => {
    const { cohortId, lead, trainees: [one] } = await aClass(khou);
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
    const { cohortId, trainees: [one] } = await anOpenTest();
    const all = await Promise.all(Array.from({ length: 6 }, () => begin(one!, cohortId)));
    expect(new Set(all.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('is not given to a stranger, a trainer, or for a test that is none', async () => {
    const { cohortId, lead } = await anOpenTest();
    const stranger = await khou.signedIn(['trainee']);
    expect([(await begin(stranger, cohortId)).status, (await begin(lead, cohortId)).status]).toEqual([404, 403]);
    expect((await stranger.post('/api/v1/attempts', { cohortId: newId(), testCode: 'post-test' })).status).toBe(404);
  });

  it('can be gone on with on another phone: the saved answers come with it', async () => {
    const { cohortId, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'a', 10), anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 11));
    expect((await begin(one!, cohortId)).body.answers).toEqual([{ question: 'M02-g1', seq: 11, answer: 'b' }]);
  });
});

describe('an answer', () => {
  it('that is older than the saved one is accepted, changes nothing, and is told why', async () => {
    const { cohortId, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    expect(codes(await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 20)))).toEqual([null]);
    expect(codes(await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'a', 19)))).toEqual(['answer.superseded']);
    expect((await begin(one!, cohortId)).body.answers).toEqual([{ question: 'M02-g1', seq: 20, answer: 'b' }]);
  });

  it('can be taken back', async () => {
    const { cohortId, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 1), anAnswer(one!, cohortId, attempt.id, 'M02-g1', null, 2), aSubmission(one!, cohortId, attempt.id, 3));
    expect(await marksOf(attempt.id)).toMatchObject({ points: 0 });
  });

  it('is refused to another person\'s paper, to a question that is not on it, and when it cannot be one', async () => {
    const { cohortId, trainees: [one, two] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    const answer = await post(two!, anAnswer(two!, cohortId, attempt.id, 'M02-g1', 'b', 1), aSubmission(two!, cohortId, attempt.id, 2));
    expect(codes(answer)).toEqual(['attempt.unknown', 'attempt.unknown']);
    const odd = await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-p1', true, 1), anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'z', 2), anAnswer(one!, cohortId, attempt.id, 'M02-g3', 'yes', 3));
    expect(codes(odd)).toEqual(['attempt.question_unknown', 'attempt.answer_unfit', 'attempt.answer_unfit']);
  });

  it('after the time is kept and flagged, does not count, and counts when the trainer accepts it', async () => {
    const { cohortId, lead, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 1), anAnswer(one!, cohortId, attempt.id, 'M02-g3', false, 2));
    khou.clock.advance(42 * 60_000);
    const late = Object.entries(right).map(([question, answer], index) => anAnswer(one!, cohortId, attempt.id, question, answer, 10 + index));
    expect(codes(await post(one!, ...late, aSubmission(one!, cohortId, attempt.id, 20)))).toEqual(['answer.late', 'answer.late', 'answer.late', 'answer.late', null]);
    expect(await marksOf(attempt.id)).toMatchObject({ state: 'marked', percent: 25, passed: false, late: true });
    await lead.post(testUrl(cohortId, 'closing'));
    expect((await lead.post(`/api/v1/attempts/${attempt.id}/late-acceptance`)).status).toBe(204);
    expect(await marksOf(attempt.id)).toMatchObject({ percent: 100, passed: true });
    expect((await lead.post(`/api/v1/attempts/${attempt.id}/late-acceptance`)).body.code).toBe('attempt.nothing_late');
    const events = await khou.queries.read(`select details from audit_events where action = 'attempt.late_accepted' and subject_id = $1`, [attempt.id]);
    expect(events).toEqual([{ details: { before: 25, percent: 100 } }]);
  });

  it('that arrives when the keys can be seen does not improve the result', async () => {
    const { cohortId, lead, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    await lead.post(testUrl(cohortId, 'closing'));
    khou.clock.advance(1000);
    const backdated = { ...anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 1), occurredAt: attempt.openedAt };
    expect(codes(await post(one!, backdated))).toEqual(['answer.late']);
    expect(await marksOf(attempt.id)).toMatchObject({ percent: 0, late: true });
  });
});

describe('an attempt', () => {
  it('is marked when it is sent, and its result can be seen when the test is closed', async () => {
    const { cohortId, lead, trainees: [one] } = await anOpenTest();
    const { body: attempt } = await begin(one!, cohortId);
    const answers = Object.entries({ ...right, 'M02-g2': ['a'] }).map(([question, answer], index) => anAnswer(one!, cohortId, attempt.id, question, answer, index + 1));
    await post(one!, ...answers, aSubmission(one!, cohortId, attempt.id, 9));
    expect(await marksOf(attempt.id)).toMatchObject({ state: 'marked', points: 3.5, percent: 87.5, passed: true });
    expect((await one!.get(`/api/v1/attempts/${attempt.id}/result`)).body.code).toBe('attempt.not_closed');
    expect((await one!.get('/api/v1/results')).body.items).toMatchObject([{ percent: null, passed: null }]);
    expect((await begin(one!, cohortId)).body.code).toBe('attempt.taken_already');

    await lead.post(testUrl(cohortId, 'closing'));
    const { body: result } = await one!.get(`/api/v1/attempts/${attempt.id}/result`);
    expect(result).toMatchObject({ percent: 87.5, passed: true, objectives: [{ id: 'M02.1', points: 2, of: 2 }, { id: 'M02.2', points: 1.5, of: 2 }] });
    expect(result.questions.find((question: { id: string }) => question.id === 'M02-g2')).toMatchObject({ answer: ['a'], points: 0.5, rationale: { en: 'Because of M02-g2' } });
    const other = await khou.signedIn(['trainee']);
    expect((await other.get(`/api/v1/attempts/${attempt.id}/result`)).status).toBe(404);
  });

  it('has the same marks in whatever order and batches its answers and its sending arrive', async () => {
    const { cohortId, trainees } = await anOpenTest({ trainees: 8 });
    for (const [turn, who] of trainees.entries()) {
      const { body: attempt } = await begin(who, cohortId);
      const facts = [
        anAnswer(who, cohortId, attempt.id, 'M02-g1', 'a', 1),
        anAnswer(who, cohortId, attempt.id, 'M02-g1', 'b', 2),
        anAnswer(who, cohortId, attempt.id, 'M02-g2', ['a', 'c'], 3),
        anAnswer(who, cohortId, attempt.id, 'M02-g3', true, 4),
        anAnswer(who, cohortId, attempt.id, 'M02-g4', 17, 5),
        aSubmission(who, cohortId, attempt.id, 6),
        // From another tab that did not know: after the sending, so it counts in no order.
        anAnswer(who, cohortId, attempt.id, 'M02-g4', 18, 7),
        anAnswer(who, cohortId, attempt.id, 'M02-g1', 'c', 8),
        aSubmission(who, cohortId, attempt.id, 9),
      ];
      const sent = [...facts.slice(turn), ...facts.slice(0, turn)].toSorted((a, b) => (turn % 2 === 0 ? 0 : a.id < b.id ? 1 : -1));
      const size = 1 + (turn % 4);
      for (let at = 0; at < sent.length; at += size) await post(who, ...sent.slice(at, at + size), sent[0]);
      expect(await marksOf(attempt.id)).toEqual({ state: 'marked', points: 3, percent: 75, passed: true, late: false });
    }
  });

  it('that was never sent is marked as it stands when the trainer closes the test', async () => {
    const { cohortId, lead, trainees: [one, two] } = await anOpenTest();
    const [{ body: attempt }, { body: empty }] = [await begin(one!, cohortId), await begin(two!, cohortId)];
    await post(one!, anAnswer(one!, cohortId, attempt.id, 'M02-g1', 'b', 1));
    expect((await lead.post(testUrl(cohortId, 'closing'))).status).toBe(204);
    expect(await marksOf(attempt.id)).toMatchObject({ state: 'marked', percent: 25 });
    expect(await marksOf(empty.id)).toMatchObject({ state: 'marked', percent: 0 });
    expect((await lead.post(testUrl(cohortId, 'closing'))).body.code).toBe('test.not_open');
  });

  it('may be followed by one more when the test is opened again, with the best of both counting', async () => {
    const { cohortId, lead, trainees: [one] } = await anOpenTest();
    const { body: first } = await begin(one!, cohortId);
    await post(one!, anAnswer(one!, cohortId, first.id, 'M02-g1', 'b', 1), aSubmission(one!, cohortId, first.id, 2));
    await lead.post(testUrl(cohortId, 'closing'));
    khou.clock.advance(3_600_000);
    await lead.post(testUrl(cohortId, 'opening'));
    const { body: second } = await begin(one!, cohortId);
    expect(second.number).toBe(2);
    await post(one!, ...Object.entries(right).map(([question, answer], index) => anAnswer(one!, cohortId, second.id, question, answer, index + 1)), aSubmission(one!, cohortId, second.id, 9));
    await lead.post(testUrl(cohortId, 'closing'));
    const results = await khou.app.get(ResultsService).bestOf(cohortId);
    expect(results.get(one!.personId)).toMatchObject([{ testCode: 'post-test', number: 2, percent: 100, passed: true, closed: true }]);
    khou.clock.advance(3_600_000);
    await lead.post(testUrl(cohortId, 'opening'));
    expect((await begin(one!, cohortId)).body.code).toBe('attempt.passed_before');
  });

  it('is marked once and rightly when thirty people send at the same minute', async () => {
    const { cohortId, trainees } = await anOpenTest({ trainees: 30 });
    const attempts = await Promise.all(trainees.map((who) => begin(who, cohortId)));
    await Promise.all(
      trainees.map((who, index) => {
        const { id } = attempts[index]!.body;
        return post(who, anAnswer(who, cohortId, id, 'M02-g1', 'b', 1), anAnswer(who, cohortId, id, 'M02-g3', true, 2), aSubmission(who, cohortId, id, 3));
      }),
    );
    const rows = await khou.queries.read(`select 1 from attempts where cohort_id = $1 and state = 'marked' and percent = 50`, [cohortId]);
    expect(rows).toHaveLength(30);
  });
});

describe('the trainer', () => {
  it('opens and closes the tests of the own class only', async () => {
    const { cohortId, lead, trainees: [one] } = await aClass(khou);
    const stranger = await khou.signedIn(['trainer']);
    expect((await stranger.post(testUrl(cohortId, 'opening'))).status).toBe(404);
    expect((await one!.post(testUrl(cohortId, 'opening'))).status).toBe(403);
    expect((await lead.post(testUrl(cohortId, 'opening'))).status).toBe(204);
    expect((await lead.post(testUrl(cohortId, 'opening'))).body.code).toBe('test.already_open');
    expect((await lead.post(`/api/v1/cohorts/${cohortId}/tests/no-such-test/opening`)).status).toBe(404);
  });

  it('sees who is at it, who has sent, and who has not begun', async () => {
    const { cohortId, lead, trainees: [one, two, three] } = await anOpenTest({ trainees: 3 });
    const { body: running } = await begin(one!, cohortId);
    await post(one!, anAnswer(one!, cohortId, running.id, 'M02-g1', 'b', 1));
    const { body: sent } = await begin(two!, cohortId);
    await post(two!, aSubmission(two!, cohortId, sent.id, 1));
    const { body } = await lead.get(`/api/v1/cohorts/${cohortId}/tests`);
    expect(body.tests).toMatchObject([{ code: 'post-test', state: 'open', questions: 4, allowed: ['close'] }]);
    const stateOf = (who: Caller) => body.tests[0].people.find((person: { personId: string }) => person.personId === who.personId).attempts;
    expect(stateOf(one!)).toMatchObject([{ state: 'running', answered: 1 }]);
    expect(stateOf(two!)).toMatchObject([{ state: 'sent' }]);
    expect(stateOf(three!)).toEqual([]);
  });

  it('sees the results by person, the hard questions and the objectives', async () => {
    const { cohortId, lead, trainees: [one, two] } = await anOpenTest({ trainees: 3 });
    for (const [who, answers] of [[one!, right], [two!, { 'M02-g1': 'b' }]] as const) {
      const { body: attempt } = await begin(who, cohortId);
      await post(who, ...Object.entries(answers).map(([question, answer], index) => anAnswer(who, cohortId, attempt.id, question, answer, index + 1)), aSubmission(who, cohortId, attempt.id, 9));
    }
    const { body } = await lead.get(testUrl(cohortId, 'results'));
    expect(body).toMatchObject({ taken: 2, of: 3, passed: 1, mean: 62.5, objectives: [{ id: 'M02.1', points: 3, of: 4 }, { id: 'M02.2', points: 2, of: 4 }] });
    expect(body.questions.map((question: { id: string; facility: number }) => [question.id, question.facility])).toEqual([['M02-g2', 0.5], ['M02-g3', 0.5], ['M02-g4', 0.5], ['M02-g1', 1]]);
  });

  it('and the trainee see the state of the test on their pages', async () => {
    const { cohortId, lead, trainees: [one] } = await aClass(khou);
    const state = async () => (await one!.get('/api/v1/today')).body.classes[0].tests[0];
    expect(await state()).toMatchObject({ code: 'post-test', state: 'waiting', attemptId: null });
    await lead.post(testUrl(cohortId, 'opening'));
    expect(await state()).toMatchObject({ state: 'open', questions: 4, minutes: 40 });
    const { body: attempt } = await begin(one!, cohortId);
    expect(await state()).toMatchObject({ state: 'running', attemptId: attempt.id, dueAt: attempt.dueAt });
    await post(one!, aSubmission(one!, cohortId, attempt.id, 1));
    expect(await state()).toMatchObject({ state: 'sent', attemptId: attempt.id });
    await lead.post(testUrl(cohortId, 'closing'));
    expect(await state()).toMatchObject({ state: 'closed', attemptId: attempt.id });
  });
});
