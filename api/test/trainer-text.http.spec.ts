import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishingService } from '../src/curricula/index.js';
import { packSource } from '../src/format/index.js';
import { newId } from '../src/kernel/ids.js';
import { upload } from '../src/authoring/draft.fixture.js';
import { type Answer, type App, type Caller, anApp } from './app.js';
import { aFact } from './class.js';
import { asked, everyAddress, readRoutes, textOf } from './every-address.js';
import { aPlan } from './plan.js';
import { aWideCurriculum, marks, types } from './wide-curriculum.js';

let khou: App;
let admin: Caller;
let lead: Caller;
let stranger: Caller;
/** Somebody who learns to be a trainer has the role of a trainee until accredited. */
let candidate: Caller;
let other: Caller;
let cohortId: string;
let ids: Record<string, string>;
let addresses: () => string[];

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  [lead, stranger] = [await khou.signedIn(['trainer']), await khou.signedIn(['trainer'])];
  [candidate, other] = [await khou.signedIn(['trainee']), await khou.signedIn(['trainee'])];
  const source = aWideCurriculum();
  const { versionId } = await khou.app.get(PublishingService).publishSource(source, { by: admin.personId });
  await khou.drain();
  const draft = await upload(admin, '/api/v1/drafts/import', 'wide.zip', packSource(source));
  expect(draft.status).toBe(201);
  cohortId = await aClassWith(versionId);
  const picture = (name: string) => source.pictures.get(`modules/02-persons/images/${name}.svg`)!.hash;
  ids = {
    versions: versionId,
    cohorts: cohortId,
    drafts: draft.body.id,
    people: candidate.personId,
    media: picture('card'),
    secret: picture('zqheron'),
  };
  const reading = await readRoutes(khou);
  addresses = () =>
    everyAddress(reading, ids, {
      code: ['M02', 'pre-test', 'post-test', 'wide'],
      hash: [ids['media']!, ids['secret']!],
      revision: ['1'],
      path: ['modules/02-persons/questions.yaml', 'modules/02-persons/module.md'],
      with: [versionId, 'base', 'newest'],
      module: ['02-persons'],
      unit: ['zqheron-why', 'question:M02-g-a-single'],
      q: ['te'],
      test: ['pre-test', 'post-test'],
      variant: ['traditional'],
      cohort: [cohortId],
      start: ['2026-10-12'],
    });
}, 60_000);
afterAll(() => khou.close());

/** A running class with the version: `lead` teaches it, `candidate` and `other` have seats, `stranger` has nothing to do with it. */
async function aClassWith(versionId: string): Promise<string> {
  const { body: version } = await admin.get(`/api/v1/versions/${versionId}`);
  const { body: donor } = await admin.post('/api/v1/donors', { code: 'WID', nameEn: 'Donor' });
  const { body: project } = await admin.post('/api/v1/projects', {
    code: 'WID',
    titleEn: 'Project',
    donorId: donor.id,
  });
  const { body: course } = await admin.post('/api/v1/courses', {
    code: 'WID',
    projectId: project.id,
    curriculumId: version.curriculumId,
    titleEn: 'Wide course',
  });
  const { body: cohort } = await lead.post(
    '/api/v1/cohorts',
    aPlan(course.id, lead.personId, { versionId, days: ['2026-10-12'] }),
  );
  await khou.queries.transaction(async (tx) => {
    await tx.query(
      `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at)
       select gen_random_uuid(), $1, person, 'confirmed', now(), now() from unnest($2::uuid[]) as person`,
      [cohort.id, [candidate.personId, other.personId]],
    );
    await tx.query(`update cohorts set state = 'running', seats_taken = 2 where id = $1`, [cohort.id]);
  });
  return cohort.id;
}

const listen = (who: Caller, words: readonly string[], leaveOut?: RegExp) => asked(who, addresses(), words, leaveOut);

/* They never change, and to make them takes longest: they are asked for once. */
const books = /\/products\/(?:handbook|slides|agenda)/;
const secret = [...marks.trainer, ...marks.key, ...marks.asked];
const testUrl = (code: string, verb: string) => `/api/v1/cohorts/${cohortId}/tests/${code}/${verb}`;

/** Answers of every shape, right ones too as far as they can be guessed, and what is no answer at all. */
async function sit(who: Caller, testCode: string): Promise<Answer[]> {
  const begun = await who.post('/api/v1/attempts', { cohortId, testCode });
  expect([begun.status, begun.body.questions?.length]).toEqual([200, types.length]);
  ids['attempts'] = begun.body.id;
  const shapes: unknown[] = [true, 271_828_182_845, 1, 'number', 'none', 'ZZ', ['a'], {}, { constructor: 'x' }, null];
  const facts = begun.body.questions.flatMap((question: { id: string; options?: { id: string }[] }, index: number) =>
    [...shapes, question.options?.[0]?.id ?? 'x', question.options?.map(({ id }) => id) ?? []].map((answer, place) =>
      aFact(who, cohortId, 'answer.saved', {
        attempt: begun.body.id,
        question: question.id,
        answer,
        seq: index * 20 + place + 1,
      }),
    ),
  );
  const post = (sent: unknown[]) => who.post('/api/v1/sync', { device: newId(), facts: sent });
  return [
    begun,
    await post(facts),
    await post([
      aFact(who, cohortId, 'answer.saved', { attempt: begun.body.id, question: 'M02-p-single', answer: 'x', seq: 900 }),
    ]),
    await post([aFact(who, cohortId, 'attempt.submitted', { attempt: begun.body.id, seq: 999 })]),
    await who.post('/api/v1/attempts', { cohortId, testCode }),
  ];
}

const isIn = (words: readonly string[], answers: readonly Answer[]) =>
  words.filter((word) => answers.some(({ text }) => text.includes(word)));

describe('somebody in a class, who learns to be a trainer', () => {
  it('finds nothing that is for trainers, no key and no question of a test, wherever they look', async () => {
    const { all, told } = await listen(candidate, secret);
    expect(told).toEqual([]);
    /* They did look: their lessons, their books, the pictures of them were there. */
    const seen = all.filter(({ status }) => status === 200).map(({ url }) => url);
    for (const part of [
      '/modules/M02',
      '/products/handbook',
      '/products/slides',
      '/products/agenda',
      '/media/',
      '/today',
      '/lessons',
    ])
      expect(seen.some((url) => url.includes(part))).toBe(true);
    const drafts = all.filter(({ url }) => /\/drafts|archive\.zip|comparison|publications|translations/.test(url));
    expect([...new Set(drafts.map(({ status }) => status))]).toEqual([403]);
    for (const product of ['guide', 'plan', 'materials', 'paper', 'key'])
      expect(seen.filter((url) => url.includes(`/products/${product}`))).toEqual([]);
  }, 120_000);

  it('is not told of a picture that only trainers are shown, nor of the variants of their notes', async () => {
    for (const locale of ['lo', 'en']) {
      const { text } = await candidate.get(`/api/v1/versions/${ids['versions']}/modules/M02?locale=${locale}`);
      expect(text).not.toContain(ids['secret']);
      expect(text).toContain(ids['media']);
    }
  });

  it('sits the pre-test and sees only its questions, and after it no key either', async () => {
    await lead.post(testUrl('pre-test', 'opening'));
    const heard = await sit(candidate, 'pre-test');
    expect(isIn([...marks.trainer, ...marks.key, '"correct"', '"match"', '"accept"'], heard)).toEqual([]);
    expect(isIn(marks.asked, heard)).toEqual(marks.asked);
    expect((await listen(candidate, secret, books)).told).toEqual([]);
    expect((await lead.post(testUrl('pre-test', 'closing'))).status).toBeLessThan(300);
    expect((await candidate.get(`/api/v1/attempts/${ids['attempts']}/result`)).status).toBe(200);
    expect((await listen(candidate, secret, books)).told).toEqual([]);
  }, 240_000);

  it('sees keys of the post-test when it is closed, of the own paper and nowhere else', async () => {
    await lead.post(testUrl('post-test', 'opening'));
    expect(isIn([...marks.trainer, ...marks.key], await sit(other, 'post-test'))).toEqual([]);
    const theirs = ids['attempts']!;
    expect(isIn([...marks.trainer, ...marks.key], await sit(candidate, 'post-test'))).toEqual([]);
    expect((await listen(candidate, secret, books)).told).toEqual([]);
    await lead.post(testUrl('post-test', 'closing'));
    const { told } = await listen(candidate, secret, books);
    expect(told.map(({ url }) => url)).toEqual([`/api/v1/attempts/${ids['attempts']}/result`]);
    expect(told[0]!.found).toEqual(expect.arrayContaining(['ZQOSPREY', 'ຊກນົກອອກ', '271828182845']));
    expect(
      told[0]!.found.filter((word) => (marks.trainer as readonly string[]).includes(word) || word === '577215664901'),
    ).toEqual([]);
    expect(told[0]!.found).not.toContain('zqosprey');
    expect((await candidate.get(`/api/v1/attempts/${theirs}/result`)).status).toBe(404);
  }, 240_000);
});

describe('a trainer who does not teach the class', () => {
  /* Whoever may author reads drafts and files of versions, and the keys in them: that is what writing questions takes. */
  const forAuthors = /\/drafts|archive\.zip|\/comparison|\/publications/;

  it('reads what is for trainers, and finds no key outside the files of authors', async () => {
    const { all, told } = await listen(stranger, [...marks.key, ...marks.asked], forAuthors);
    expect(told).toEqual([]);
    const seen = all.filter(({ status }) => status === 200).map(({ url }) => url);
    expect(seen.some((url) => url.includes('/products/guide'))).toBe(true);
    expect(seen.filter((url) => /\/products\/(?:paper|key)/.test(url))).toEqual([]);
    const guide = await stranger.get(`/api/v1/versions/${ids['versions']}/products/guide?locale=en`);
    if (textOf(guide) !== '') expect(textOf(guide)).toContain('ZQHERON');
  }, 120_000);

  it('does not reach the class, its results and its tests', async () => {
    for (const part of [
      '',
      '/tests',
      '/tests/post-test/results',
      '/enrolments',
      '/attendance',
      '/timetable',
      '/upgrade',
    ])
      expect([part, (await stranger.get(`/api/v1/cohorts/${cohortId}${part}`)).status]).toEqual([part, 404]);
  });
});

it('the trainer of the class has its papers and keys', async () => {
  if (spawnSync('pdftotext', ['-v']).error !== undefined) return;
  const key = await lead.get(`/api/v1/versions/${ids['versions']}/products/key?locale=en&test=post-test&form=A`);
  expect(textOf(key)).toContain('ZQOSPREY');
}, 60_000);
