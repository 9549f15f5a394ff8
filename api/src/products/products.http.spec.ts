import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculumFolder } from '../../test/sample-curriculum.js';
import { type Published, PublicationsService, PublishingService } from '../curricula/index.js';
import { readFolder } from '../format/index.js';
import { newId } from '../kernel/ids.js';

let khou: App;
let published: Published;
let admin: Caller;

beforeAll(async () => {
  khou = await anApp();
  const folder = await aCurriculumFolder();
  published = await khou.app.get(PublishingService).publish(folder, null);
  await rm(folder, { recursive: true });
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const list = () => `/api/v1/versions/${published.versionId}/products`;
const file = (product: string, query = '') => `${list()}/${product}${query}`;

/** A class pinned to the version. Straight to the tables: what is tested is who of it may have what. */
async function aCohort({ trainer, trainee }: { trainer?: Caller; trainee?: Caller }): Promise<string> {
  const [donor, project, course, cohort] = [newId(), newId(), newId(), newId()];
  const now = khou.clock.now();
  await khou.queries.transaction(async (tx) => {
    await tx.query(`insert into donors (id, code, name_en, created_at) values ($1, $2, 'Donor', $3)`, [
      donor,
      donor,
      now,
    ]);
    await tx.query(
      `insert into projects (id, code, title_en, donor_id, created_at) values ($1, $2, 'Project', $3, $4)`,
      [project, project, donor, now],
    );
    await tx.query(
      `insert into courses (id, code, project_id, curriculum_id, title_en, created_at)
       select $1, $2, $3, curriculum_id, 'Course', $4 from curriculum_versions where id = $5`,
      [course, course, project, now, published.versionId],
    );
    await tx.query(
      `insert into cohorts (id, course_id, version_id, code, title_en, region, venue_lo, seats, starts_on, ends_on, state, created_at)
       values ($1, $2, $3, $4, 'Cohort', 'northern', 'ຫ້ອງ', 20, '2026-10-10', '2026-10-12', 'running', $5)`,
      [cohort, course, published.versionId, cohort, now],
    );
    if (trainer)
      await tx.query(`insert into cohort_trainers (cohort_id, person_id, role) values ($1, $2, 'lead')`, [
        cohort,
        trainer.personId,
      ]);
    if (trainee)
      await tx.query(
        `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at) values ($1, $2, $3, 'confirmed', $4, $4)`,
        [newId(), cohort, trainee.personId, now],
      );
  });
  return cohort;
}

const kindsOf = (items: readonly { product: string }[]) => [...new Set(items.map(({ product }) => product))];

describe('the list of products', () => {
  test('says of each language what is made, and for whom it is', async () => {
    await admin.get(file('slides', '?locale=en'));
    const { body } = await admin.get(list());
    expect(kindsOf(body.items)).toEqual(['handbook', 'guide', 'slides', 'agenda', 'plan', 'materials', 'paper', 'key']);
    const slides = body.items.filter(({ product }: { product: string }) => product === 'slides');
    expect(slides).toMatchObject([
      { locale: 'lo', file: null, audience: 'learners', needsDates: false },
      { locale: 'en', file: { pages: 3 } },
      { locale: 'both' },
    ]);
    expect(body.items.find(({ product }: { product: string }) => product === 'key')).toMatchObject({
      test: 'post-test',
      form: 'A',
      audience: 'trainers',
    });
    expect(body.days).toBe(1);
  });

  test('is shorter for those who may have less', async () => {
    const [trainer, other, trainee] = await Promise.all([
      khou.signedIn(['trainer']),
      khou.signedIn(['trainer']),
      khou.signedIn(['trainee']),
    ]);
    await aCohort({ trainer, trainee });
    expect(kindsOf((await trainer.get(list())).body.items)).toContain('key');
    expect(kindsOf((await other.get(list())).body.items)).toEqual([
      'handbook',
      'guide',
      'slides',
      'agenda',
      'plan',
      'materials',
    ]);
    expect(kindsOf((await trainee.get(list())).body.items)).toEqual(['handbook', 'slides', 'agenda']);
    expect(await other.get(file('paper'))).toMatchObject({ status: 404, body: { code: 'product.missing' } });
    expect(await trainee.get(file('guide'))).toMatchObject({ status: 404, body: { code: 'product.missing' } });
    expect((await trainee.get(file('handbook'))).status).toBe(200);
  });

  test.each([
    ['a trainee of no class with the version', ['trainee'] as const, 404],
    ['an observer', ['observer'] as const, 403],
  ])('does not exist for %s', async (_, roles, status) => {
    const person = await khou.signedIn(roles);
    expect([(await person.get(list())).status, (await person.get(file('handbook'))).status]).toEqual([status, status]);
  });

  test('of a version that is not there is not there', async () => {
    expect(await admin.get(`/api/v1/versions/${newId()}/products`)).toMatchObject({
      status: 404,
      body: { code: 'product.missing' },
    });
  });
});

describe('a product', () => {
  test('is made when it is first asked for, kept, and not sent twice', async () => {
    const first = await admin.get(file('handbook', '?locale=lo'));
    expect([first.status, first.headers['content-type'], first.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const again = await admin.send('GET', file('handbook', '?locale=lo'), {
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect(again.status).toBe(304);
    const [row] = await khou.queries.read<{ hash: string; bytes: number }>(
      `select hash, bytes from version_products where version_id = $1 and product = 'handbook' and locale = 'lo'`,
      [published.versionId],
    );
    expect(first.headers['etag']).toBe(`"${row!.hash}"`);
    expect(row!.bytes).toBe(first.bytes.length);
  });

  test('asked for by many at once is the same for all', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.get(file('guide', '?locale=en'))));
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(1);
  });

  test('of days is drawn for the dates that are given', async () => {
    const { status, headers } = await admin.get(file('agenda', '?locale=en&start=2026-12-01&days=1&time=09:00'));
    expect([status, headers['etag']]).toEqual([200, undefined]);
    expect(String(headers['content-disposition'])).toContain('agenda-en.pdf');
    expect(await admin.get(file('plan'))).toMatchObject({ status: 422, body: { code: 'product.dates_missing' } });
  });

  test('of days is drawn for the timetable of a class, for those of the class', async () => {
    const [trainer, stranger, trainee] = [
      await khou.signedIn(['trainer']),
      await khou.signedIn(['trainer']),
      await khou.signedIn(['trainee']),
    ];
    const cohort = await aCohort({ trainer, trainee });
    expect((await trainer.get(file('plan', `?cohort=${cohort}`))).status).toBe(200);
    expect((await trainee.get(file('agenda', `?cohort=${cohort}`))).status).toBe(200);
    expect((await stranger.get(file('plan', `?cohort=${cohort}`))).status).toBe(404);
  });

  test('of days is also drawn of the version that a module of the class stays on', async () => {
    const trainer = await khou.signedIn(['trainer']);
    const cohort = await aCohort({ trainer });
    const folder = await aCurriculumFolder({
      'curriculum.yaml': ['version: 0.1.0', 'version: 0.9.0'],
      'modules/02-persons/questions.yaml': ['A border is always crossed', 'A border must be crossed'],
    });
    const { versionId } = await khou.app.get(PublishingService).publish(folder, null);
    await rm(folder, { recursive: true });
    const old = `/api/v1/versions/${versionId}/products/plan?cohort=${cohort}`;
    expect((await trainer.get(old)).status).toBe(404);
    await khou.queries.read(
      `insert into cohort_pins (cohort_id, kind, code, version_id) values ($1, 'module', 'M02', $2) returning code`,
      [cohort, versionId],
    );
    expect((await trainer.get(old)).status).toBe(200);
    expect((await trainer.get(file('plan', `?cohort=${cohort}`))).status).toBe(200);
  });

  test.each([
    ['a test that the version does not have', 'paper', '?test=pre-test', 'product.test_missing'],
    ['a kind of class that it does not know', 'handbook', '?variant=island', 'product.variant_missing'],
  ])('is not there for %s', async (_, product, query, code) => {
    expect(await admin.get(file(product, query))).toMatchObject({ status: 404, body: { code } });
  });
});

test('a version that is published while somebody watches has its products printed by a job of the same batch', async () => {
  const folder = await aCurriculumFolder({ 'curriculum.yaml': ['code: sample', 'code: watched'] });
  const { source } = await readFolder(folder);
  await rm(folder, { recursive: true });
  await khou.app.get(PublicationsService).queue(source, { by: admin.personId, why: 'first', draftId: null });
  await khou.drain();
  const made = await khou.queries.read<{ product: string; locale: string }>(
    `select p.product, p.locale from version_products p join curriculum_versions v on v.id = p.version_id
     join curricula c on c.id = v.curriculum_id where c.code = 'watched' order by 1, 2`,
  );
  expect(made.filter(({ product }) => product === 'handbook').map(({ locale }) => locale)).toEqual(['en', 'lo']);
  expect(made.map(({ product }) => product)).toContain('key.post-test.B');
});
