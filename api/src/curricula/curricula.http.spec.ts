import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculumFolder, canaries } from '../../test/sample-curriculum.js';
import { newId } from '../kernel/ids.js';
import { ModulePage } from './curricula.contract.js';
import { type Published, PublishingService } from './index.js';

let khou: App;
let published: Published;

beforeAll(async () => {
  khou = await anApp();
  const folder = await aCurriculumFolder();
  published = await khou.app.get(PublishingService).publish(folder, null);
  await rm(folder, { recursive: true });
});
afterAll(() => khou.close());

/** A cohort pinned to the published version, with the given people. Straight to the tables: courses come after curricula. */
async function aCohort({
  trainer,
  trainee,
  enrolment = 'confirmed',
  state = 'running',
}: {
  trainer?: Caller;
  trainee?: Caller;
  enrolment?: string;
  state?: string;
}) {
  const [donor, project, course, cohort] = [newId(), newId(), newId(), newId()];
  const now = khou.clock.now();
  await khou.queries.transaction(async (tx) => {
    const [{ curriculum_id: curriculumId }] = await tx.query(
      `select curriculum_id from curriculum_versions where id = $1`,
      [published.versionId],
    );
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
      `insert into courses (id, code, project_id, curriculum_id, title_en, created_at) values ($1, $2, $3, $4, 'Course', $5)`,
      [course, course, project, curriculumId, now],
    );
    await tx.query(
      `insert into cohorts (id, course_id, version_id, code, title_en, region, venue_lo, seats, starts_on, ends_on, state, created_at)
       values ($1, $2, $3, $4, 'Cohort', 'northern', 'ຫ້ອງ', 20, '2026-10-10', '2026-10-12', $5, $6)`,
      [cohort, course, published.versionId, cohort, state, now],
    );
    if (trainer)
      await tx.query(`insert into cohort_trainers (cohort_id, person_id, role) values ($1, $2, 'lead')`, [
        cohort,
        trainer.personId,
      ]);
    if (trainee)
      await tx.query(
        `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at) values ($1, $2, $3, $4, $5, $5)`,
        [newId(), cohort, trainee.personId, enrolment, now],
      );
  });
}

const address = (query = '', code = 'M02') => `/api/v1/versions/${published.versionId}/modules/${code}${query}`;

describe('reading what was published', () => {
  test('an administrator sees curricula with their versions, and one version with its modules', async () => {
    const admin = await khou.signedIn(['administrator']);
    const { body: list } = await admin.get('/api/v1/curricula');
    expect(list.items.find(({ code }: { code: string }) => code === 'sample')).toMatchObject({
      title: { en: 'Sample course', lo: 'ຫຼັກສູດຕົວຢ່າງ' },
      languages: { en: 'complete', lo: 'draft' },
      modules: 1,
      versions: [{ id: published.versionId, version: '0.1.0', contentHash: published.contentHash }],
    });
    const { body: version } = await admin.get(`/api/v1/versions/${published.versionId}`);
    expect(version).toMatchObject({
      minutes: 65,
      languages: { en: 'complete', lo: 'draft' },
      rules: { attendancePercent: 80, passPercent: 70 },
      modules: [
        { code: 'M02', minutes: 30, laoState: 'draft', objectives: [{ id: 'M02.1', text: { lo: 'ຈຳແນກການກະທຳ' } }] },
      ],
      tests: [{ code: 'post-test', purpose: 'post-test', questionCount: 2 }],
    });
    expect(JSON.stringify(version)).not.toMatch(new RegExp(Object.values(canaries).join('|')));
  });

  test('a list is read page by page', async () => {
    const admin = await khou.signedIn(['administrator']);
    const codes: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { code: string }[]; next: string | null } } = await admin.get(
        `/api/v1/curricula?limit=1${next ? `&after=${next}` : ''}`,
      );
      codes.push(...body.items.map(({ code }) => code));
      next = body.next;
    }
    expect(codes).toEqual([...codes].sort());
    expect(codes).toContain('sample');
  });

  test('a version that is not there, and one that cannot be, are told apart', async () => {
    const admin = await khou.signedIn(['administrator']);
    expect(await admin.get(`/api/v1/versions/${newId()}`)).toMatchObject({
      status: 404,
      body: { code: 'curriculum.version_missing' },
    });
    expect(await admin.get('/api/v1/versions/latest')).toMatchObject({
      status: 422,
      body: { code: 'http.invalid_input' },
    });
  });
});

describe('the page of a module', () => {
  test('is what the contract says, for each language and audience', async () => {
    const admin = await khou.signedIn(['administrator']);
    for (const locale of ['lo', 'en'])
      for (const audience of ['participant', 'trainer']) {
        const { status, body } = await admin.get(address(`?locale=${locale}&audience=${audience}`));
        expect(status).toBe(200);
        expect(body).toMatchObject({ locale, audience, code: 'M02' });
        expect(ModulePage.parse(body)).toEqual(body);
      }
  });

  test('reaches a trainee of a cohort with this version, in Lao, without a word for trainers', async () => {
    const trainee = await khou.signedIn(['trainee']);
    await aCohort({ trainee });
    const { status, text, body } = await trainee.get(address());
    expect([status, body.locale, body.audience]).toEqual([200, 'lo', 'participant']);
    expect(text).not.toMatch(/HERON|ນົກກະຍາງ|kingfisher|OSPREY/);
    expect((await trainee.get(address('?locale=en'))).text).not.toMatch(/HERON|ນົກກະຍາງ|kingfisher|OSPREY/);
    expect((await trainee.get(address('?audience=trainer'))).status).toBe(404);
  });

  test('shows a trainer of such a cohort the notes, or on request what participants see', async () => {
    const trainer = await khou.signedIn(['trainer']);
    await aCohort({ trainer });
    expect((await trainer.get(address('?locale=en'))).text).toContain('HERON');
    const { body } = await trainer.get(address('?audience=participant'));
    expect(body.audience).toBe('participant');
  });

  test('can be read by every trainer before a class is planned with it', async () => {
    const trainer = await khou.signedIn(['trainer']);
    expect((await trainer.get(address('?locale=en'))).text).toContain('HERON');
  });

  test('is that of participants for a trainer who learns it in a cohort, unless the notes are asked for', async () => {
    const both = await khou.signedIn(['trainer', 'trainee']);
    await aCohort({ trainee: both });
    expect((await both.get(address())).body.audience).toBe('participant');
    expect((await both.get(address('?audience=trainer'))).body.audience).toBe('trainer');
  });

  test.each([
    ['a trainee of no cohort', 'trainee', null],
    ['a trainee who is only nominated', 'trainee', { enrolment: 'nominated' }],
    ['a trainee of a cohort that was cancelled', 'trainee', { state: 'cancelled' }],
  ] as const)('does not exist for %s', async (_name, role, cohort) => {
    const person = await khou.signedIn([role]);
    if (cohort !== null) await aCohort({ trainee: person, ...cohort });
    expect(await person.get(address())).toMatchObject({ status: 404, body: { code: 'curriculum.module_missing' } });
  });

  test('is refused to observers and to whoever is not signed in', async () => {
    expect((await (await khou.signedIn(['observer'])).get(address())).status).toBe(403);
    expect((await khou.anonymous.get(address())).status).toBe(401);
  });

  test('is not sent again to a browser that has it, and is asked for each time', async () => {
    const admin = await khou.signedIn(['administrator']);
    const first = await admin.get(address());
    expect(first.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: expect.stringMatching(/cookie/i),
    });
    const second = await admin.send('GET', address(), { headers: { 'if-none-match': String(first.headers['etag']) } });
    expect([second.status, second.text]).toEqual([304, '']);
  });
});
