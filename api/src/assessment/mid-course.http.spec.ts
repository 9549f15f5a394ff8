import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aFact } from '../../test/class.js';
import { aSitting, begin, codes, testUrl } from '../../test/sitting.js';
import { type Upgradable, aVersion, anUpgradable, withFinalTest } from '../../test/upgrade.js';
import { MarkingService } from './marking.service.js';

/** The test of the sample, answered without a fault as the first version has it. */
const right: Record<string, unknown> = { 'M02-g1': 18, 'M02-g3': false, 'M03-g1': true };

let khou: App;
let sitting: ReturnType<typeof aSitting>;
let made: Upgradable;
let one: Caller;
let secondId: string;
beforeEach(async () => {
  khou = await anApp();
  sitting = aSitting(khou);
  made = await anUpgradable(khou, await khou.signedIn(['administrator']));
  one = made.trainees[0]!;
});
afterEach(async () => {
  await khou.drain();
  await khou.close();
});

async function publish(): Promise<void> {
  secondId = await aVersion(khou, '2.0.0');
  await khou.drain();
}
const accept = (choice: string) =>
  made.lead.post(`/api/v1/cohorts/${made.cohortId}/upgrade`, { to: secondId, choice, reason: 'For the test' });
const lessons = async (who: Caller) => (await who.get('/api/v1/lessons')).body.classes[0].lessons as Lesson[];
const page = (who: Caller, versionId: string, code: string) =>
  who.get(`/api/v1/versions/${versionId}/modules/${code}?locale=en&audience=participant`);
const read = (code: string, section: string) =>
  aFact(one, made.cohortId, 'section.finished', { module: code, section });
interface Lesson {
  code: string;
  versionId: string;
  sections: string[];
  finished: string[];
  finishedAt: string | null;
  practice: { answered: number; correct: number };
}

/** What a learner has before them: lessons with progress, today, every page as it is fetched, and the tests. */
async function seenBy(who: Caller) {
  const own = await lessons(who);
  const pages = await Promise.all(own.map(({ versionId, code }) => page(who, versionId, code)));
  const today = (await who.get('/api/v1/today')).body;
  return {
    own,
    today,
    pages: pages.map(({ status, text, headers }) => ({ status, text, etag: headers['etag'] })),
    board: (await made.lead.get(`/api/v1/cohorts/${made.cohortId}/tests`)).body,
  };
}

async function aSentAttempt(who: Caller): Promise<string> {
  const { body: attempt } = await begin(who, made.cohortId);
  const answers = attempt.questions
    .filter(({ id }: { id: string }) => id in right)
    .map(({ id }: { id: string }, index: number) =>
      sitting.anAnswer(who, made.cohortId, attempt.id, id, right[id], index + 1),
    );
  await sitting.post(who, ...answers, sitting.aSubmission(who, made.cohortId, attempt.id, 9));
  return attempt.id;
}

describe('a version that is published in the middle of a course', () => {
  it('moves no page, no pack, no test and no progress until the trainer accepts it', async () => {
    await sitting.post(one, read('M02', 'why'), read('M03', 'posts'));
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    const { body: paper } = await begin(one, made.cohortId);
    const before = await seenBy(one);
    expect(before.pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(before.own).toMatchObject([{ versionId: made.firstId, finished: ['why'] }, { finished: ['posts'] }]);

    await publish();

    expect(await seenBy(one)).toEqual(before);
    expect((await begin(one, made.cohortId)).body).toEqual(paper);
    const { body: another } = await begin(made.trainees[1]!, made.cohortId);
    expect(another.questions.map(({ id }: { id: string }) => id)).not.toContain('M03-g2');
    for (const code of ['M02', 'M03']) expect((await page(one, secondId, code)).status).toBe(404);
    /* The trainer reads the new one before deciding; the class does not. */
    expect((await page(made.lead, secondId, 'M03')).status).toBe(200);

    await accept('stay');
    expect((await seenBy(one)).own).toEqual(before.own);
    expect((await page(one, secondId, 'M03')).status).toBe(404);
  });
});

describe('accepting it for what is not yet opened', () => {
  it('leaves a taught module as it was, and shows the new text of the others with the progress kept', async () => {
    await sitting.post(
      one,
      read('M02', 'why'),
      read('M03', 'lines'),
      aFact(one, made.cohortId, 'practice.answered', { module: 'M02', question: 'M02-p1', answer: 'a', correct: true }),
      aFact(one, made.cohortId, 'practice.answered', {
        module: 'M03',
        question: 'M03-p1',
        answer: true,
        correct: true,
      }),
    );
    await publish();
    expect((await accept('unopened')).status).toBe(200);
    expect(await lessons(one)).toMatchObject([
      { code: 'M02', versionId: made.firstId, finished: ['why'], practice: { answered: 1, correct: 1 } },
      {
        code: 'M03',
        versionId: secondId,
        sections: ['lines'],
        finished: ['lines'],
        practice: { answered: 1, correct: 1 },
      },
    ]);
    expect((await page(one, made.firstId, 'M02')).text).toContain('An invented case.');
    expect((await page(one, secondId, 'M03')).text).toContain('two states drew');
    expect([(await page(one, secondId, 'M02')).status, (await page(one, made.firstId, 'M03')).status]).toEqual([
      404, 404,
    ]);
    expect((await made.lead.get(`/api/v1/versions/${made.firstId}/modules/M02`)).status).toBe(200);
  });

  it('takes the test of the new version when it was not opened', async () => {
    await publish();
    await accept('unopened');
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    const { body } = await begin(one, made.cohortId);
    expect(body.questions.map(({ id }: { id: string }) => id)).toContain('M03-g2');
  });

  it('keeps a test that was opened on its version, also for who begins it afterwards', async () => {
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    await publish();
    await accept('unopened');
    const { body } = await begin(one, made.cohortId);
    expect(body.questions.map(({ id }: { id: string }) => id)).toContain('M03-g1');
    const [attempt] = await khou.queries.read(`select version_id from attempts where id = $1`, [body.id]);
    expect(attempt).toEqual({ version_id: made.firstId });
  });

  it('pins a test that is being opened at the same moment, or opens the new one: never the one and then the other', async () => {
    await publish();
    const [opened, accepted] = await Promise.all([
      made.lead.post(testUrl(made.cohortId, 'opening')),
      accept('unopened'),
    ]);
    expect([opened.status, accepted.status]).toEqual([204, 200]);
    const state = (await made.lead.get(`/api/v1/cohorts/${made.cohortId}/upgrade`)).body;
    const { body } = await begin(one, made.cohortId);
    const isPinned = state.pins.some(({ kind }: { kind: string }) => kind === 'test');
    expect(body.questions.map(({ id }: { id: string }) => id)).toContain(isPinned ? 'M03-g1' : 'M03-g2');
  });
});

describe('accepting all of it', () => {
  it('shows the new text everywhere, and what was read before counts where its section still stands', async () => {
    await sitting.post(one, read('M02', 'why'), read('M03', 'posts'));
    await publish();
    await accept('all');
    expect(await lessons(one)).toMatchObject([
      { code: 'M02', versionId: secondId, finished: ['why'] },
      { code: 'M03', versionId: secondId, sections: ['lines'], finished: [] },
    ]);
    expect((await page(one, secondId, 'M02')).text).toContain('Another invented case');
    expect((await page(one, made.firstId, 'M02')).status).toBe(404);
  });

  it('changes no attempt: it shows what it showed, and marking it again gives the same marks', async () => {
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    const id = await aSentAttempt(one);
    const marks = await sitting.marksOf(id);
    await made.lead.post(testUrl(made.cohortId, 'closing'));
    const { body: before } = await one.get(`/api/v1/attempts/${id}/result`);
    await publish();
    await accept('all');
    expect((await one.get(`/api/v1/attempts/${id}/result`)).body).toEqual(before);
    const again = await khou.queries.transaction((tx) => khou.app.get(MarkingService).mark(tx, [id]));
    expect(again).toEqual([]);
    expect(await sitting.marksOf(id)).toEqual(marks);
    expect((await one.get('/api/v1/results')).body.items).toMatchObject([
      { attemptId: id, percent: marks!['percent'] },
    ]);
  });

  it('keeps an opened test that the new version no longer has, with its results, and certificates rest on it', async () => {
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    await aSentAttempt(one);
    await made.lead.post(testUrl(made.cohortId, 'closing'));
    secondId = await aVersion(khou, '2.0.0', withFinalTest('2.0.0'));
    await khou.drain();
    await accept('all');
    const { body: board } = await made.lead.get(`/api/v1/cohorts/${made.cohortId}/tests`);
    expect(board.tests.map(({ code }: { code: string }) => code)).toEqual(['final-test', 'post-test']);
    const { body: results } = await made.lead.get(`/api/v1/cohorts/${made.cohortId}/tests/post-test/results`);
    expect(results.taken).toBe(1);
    const { body: sheet } = await made.lead.get(`/api/v1/cohorts/${made.cohortId}/certificates`);
    expect(sheet.people.filter(({ postTest }: { postTest: unknown }) => postTest !== null)).toHaveLength(1);
  });

  it('shows the trainer the results of both versions, with the questions as people had them', async () => {
    const [, two] = made.trainees;
    await made.lead.post(testUrl(made.cohortId, 'opening'));
    await aSentAttempt(one);
    await publish();
    await accept('all');
    await aSentAttempt(two!);
    const { status, body } = await made.lead.get(`/api/v1/cohorts/${made.cohortId}/tests/post-test/results`);
    expect(status).toBe(200);
    expect(body.taken).toBe(2);
    const prompts = new Map(
      body.questions.map((asked: { id: string; prompt: { en: string } }) => [asked.id, asked.prompt.en]),
    );
    expect(prompts.get('M03-g1')).toBe('A border is a line (M03-g1)');
    expect(prompts.get('M03-g2')).toBe('A border is a line (M03-g2)');
  });
});

describe('what was read without a network before the upgrade and comes after it', () => {
  it('is accepted for a section that the new version no longer has, and refused for one that no version had', async () => {
    await publish();
    await accept('all');
    const answer = await sitting.post(
      one,
      read('M03', 'posts'),
      read('M03', 'lines'),
      read('M03', 'never'),
      read('M77', 'x'),
    );
    expect(codes(answer)).toEqual([null, null, 'fact.section_unknown', 'fact.module_unknown']);
    const [row] = await khou.queries.read<{ sections: string[] }>(
      `select sections from module_progress where person_id = $1 and module_code = 'M03'`,
      [one.personId],
    );
    expect(row!.sections.toSorted()).toEqual(['lines', 'posts']);
    expect((await lessons(one))[1]).toMatchObject({ sections: ['lines'], finished: ['lines'] });
  });
});
