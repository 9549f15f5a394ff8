import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type Caller, anApp } from '../../test/app.js';
import { aPlan, officers } from '../../test/plan.js';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { withTraditionalPosts } from '../../test/variants.js';
import { Variants1795000000018 } from '../../../migrations/0018-variants.js';
import { PublishingService } from '../curricula/index.js';
import { aDataSource } from '../db/database.js';
import { newId } from '../kernel/ids.js';

let khou: App;
let admin: Caller;
let trainer: Caller;
let courseId: string;
let versionId: string;
const day = '2026-10-19';

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  trainer = await khou.signedIn(['trainer']);
  const source = aCurriculum(withTraditionalPosts);
  versionId = (await khou.app.get(PublishingService).publishSource(source, { by: null })).versionId;
  const [version] = await khou.queries.read<{ id: string }>(
    `select curriculum_id as id from curriculum_versions where id = $1`,
    [versionId],
  );
  const { body: donor } = await admin.post('/api/v1/donors', { code: 'DV', nameEn: 'Donor' });
  const { body: project } = await admin.post('/api/v1/projects', { code: 'PV', titleEn: 'Project', donorId: donor.id });
  const { body: course } = await admin.post('/api/v1/courses', {
    code: 'KV',
    projectId: project.id,
    curriculumId: version!.id,
    titleEn: 'Sample course',
  });
  courseId = course.id;
});
afterAll(() => khou.close());

/** Officers at a post that has the class since long ago; `later` is its class from the first day of the plan on. */
async function officersAt(count: number, postClass: string, later?: string): Promise<string[]> {
  const { ids, unitId } = await officers(khou, count);
  await khou.queries.transaction(async (tx) => {
    const add = (held: string, from: string) =>
      tx.query(`insert into unit_classes (unit_id, class, valid_from, source) values ($1, $2, $3, 'test')`, [
        unitId,
        held,
        from,
      ]);
    await add(postClass, '2000-01-01');
    if (later !== undefined) await add(later, day);
  });
  return ids;
}

const preview = async (more: Record<string, unknown> = {}) =>
  (await trainer.post('/api/v1/plan-previews', { courseId, days: [day], ...more })).body;
const planned = async (more: Record<string, unknown> = {}) =>
  (await trainer.post('/api/v1/cohorts', aPlan(courseId, trainer.personId, { days: [day], ...more }))).body;
const lessonMinutes = (sessions: readonly { moduleCode: string | null; minutes: number }[]) =>
  sessions.filter(({ moduleCode }) => moduleCode === 'M02').reduce((sum, { minutes }) => sum + minutes, 0);
const timetable = async (id: string) => (await trainer.get(`/api/v1/cohorts/${id}/timetable`)).body;

describe('the kind of class', () => {
  it('is proposed for those who come, by the class that their post has on the first day, and the timetable follows', async () => {
    const [there, elsewhere, turned] = [
      await officersAt(2, 'traditional'),
      await officersAt(1, 'international'),
      await officersAt(2, 'international', 'traditional'),
    ];
    const proposed = await preview({ personIds: [...there, ...elsewhere, ...turned] });
    expect(proposed).toMatchObject({
      variants: [{ id: 'traditional', title: { en: 'Traditional posts', lo: 'ດ່ານປະເພນີ' } }],
      variant: 'traditional',
      proposal: { variant: 'traditional', because: 'people', people: 4, of: 5 },
    });
    expect(lessonMinutes(proposed.sessions)).toBe(45);
    const usual = await preview({ personIds: elsewhere });
    expect(usual).toMatchObject({ variant: null, proposal: { variant: null, because: 'people', people: 0, of: 1 } });
    expect(lessonMinutes(usual.sessions)).toBe(30);
  });

  it('is proposed for the post where it is held, while nobody is named', async () => {
    const unitId = newId();
    await khou.queries.transaction(async (tx) => {
      await tx.query(
        `insert into units (id, code, kind, name_en, name_lo, search_key) values ($1, 'CP-LANDING', 'checkpoint', 'Landing Place', 'ດ່ານທ່າເຮືອ', '')`,
        [unitId],
      );
      await tx.query(
        `insert into unit_classes (unit_id, class, valid_from, source) values ($1, 'traditional', '2000-01-01', 'test')`,
        [unitId],
      );
    });
    for (const venue of [{ venueLo: 'ຫ້ອງປະຊຸມ ດ່ານທ່າເຮືອ' }, { venueEn: 'the hall at landing place' }])
      expect(await preview(venue)).toMatchObject({ variant: 'traditional', proposal: { because: 'venue' } });
    expect(await preview({ venueLo: 'ຫ້ອງປະຊຸມກົມ' })).toMatchObject({
      variant: null,
      proposal: { because: 'unknown', weighed: 'traditional' },
    });
  });

  it('is what the trainer chooses, whatever is proposed', async () => {
    const personIds = await officersAt(2, 'traditional');
    const chosen = await preview({ personIds, variant: null });
    expect(chosen).toMatchObject({ variant: null, proposal: { variant: 'traditional' } });
    expect(lessonMinutes(chosen.sessions)).toBe(30);
    expect((await preview({ variant: 'island' })).code).toBe('cohort.variant_missing');
    expect((await planned({ variant: 'island' })).code).toBe('cohort.variant_missing');
  });

  it('stays with the cohort, and its timetable has the minutes of it', async () => {
    const cohort = await planned({ variant: 'traditional' });
    expect(cohort).toMatchObject({
      variant: { id: 'traditional', title: { en: 'Traditional posts' } },
      variants: [{ id: 'traditional' }],
    });
    expect(lessonMinutes((await timetable(cohort.id)).sessions)).toBe(45);
    const usual = await planned({ days: ['2026-10-20'] });
    expect(usual.variant).toBeNull();
    expect(lessonMinutes((await timetable(usual.id)).sessions)).toBe(30);
  });

  it('is changed with a new timetable only, while the class is planned, and that is on record', async () => {
    const cohort = await planned({ days: ['2026-10-21'] });
    const path = `/api/v1/cohorts/${cohort.id}/timetable`;
    const changed = await trainer.put(path, { days: cohort.days, variant: 'traditional' });
    expect(changed.body.variant.id).toBe('traditional');
    expect(lessonMinutes((await timetable(cohort.id)).sessions)).toBe(45);
    const moved = await trainer.put(path, { days: ['2026-10-22'] });
    expect(moved.body).toMatchObject({ variant: { id: 'traditional' }, days: ['2026-10-22'] });
    expect((await trainer.put(path, { days: ['2026-10-22'], variant: 'island' })).body.code).toBe(
      'cohort.variant_missing',
    );
    const events = await khou.queries.read<{ details: object }>(
      `select details from audit_events where action = 'cohort.variant_changed' and subject_id = $1`,
      [cohort.id],
    );
    expect(events.map(({ details }) => details)).toEqual([{ code: cohort.code, from: null, to: 'traditional' }]);
    await khou.queries.read(`update cohorts set state = 'running' where id = $1 returning id`, [cohort.id]);
    expect((await trainer.put(path, { days: ['2026-10-22'], variant: null })).body.code).toBe('cohort.wrong_state');
  });

  it('can be seen for a class that is planned already, from who has a seat in it', async () => {
    const cohort = await planned({ days: ['2026-10-23'] });
    const personIds = await officersAt(2, 'traditional');
    await trainer.post(`/api/v1/cohorts/${cohort.id}/enrolments`, { personIds });
    expect(await preview({ days: ['2026-10-23'], cohortId: cohort.id })).toMatchObject({
      variant: 'traditional',
      proposal: { people: 2, of: 2 },
    });
  });
});

describe('a class of a kind', () => {
  /** A class with one trainee; answers it and who learns in it. */
  async function aClass(on: string, variant: string | null) {
    const cohort = await planned({ days: [on], variant });
    const trainee = await khou.signedIn(['trainee']);
    await khou.queries.read(
      `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at) values ($1, $2, $3, 'confirmed', now(), now()) returning id`,
      [newId(), cohort.id, trainee.personId],
    );
    return { cohort, trainee };
  }

  it.each([
    ['2026-10-26', null, ['why', 'cases'], 30],
    ['2026-10-27', 'traditional', ['boats', 'cases'], 45],
  ])('on %s of kind %s reads its own parts', async (on, variant, sections, minutes) => {
    const { trainee, cohort } = await aClass(on, variant);
    for (const path of ['lessons', 'today']) {
      const { body } = await trainee.get(`/api/v1/${path}`);
      expect(body.classes).toMatchObject([{ id: cohort.id, variant }]);
    }
    const [lesson] = (await trainee.get('/api/v1/lessons')).body.classes[0].lessons;
    expect(lesson).toMatchObject({ code: 'M02', sections, minutes });
  });

  it('still takes what was read without a network before its kind was changed', async () => {
    const { trainee, cohort } = await aClass('2026-10-28', 'traditional');
    const fact = {
      id: newId(),
      kind: 'section.finished',
      actor: trainee.personId,
      cohort: cohort.id,
      deviceSeq: 1,
      occurredAt: khou.clock.now().toISOString(),
      payload: { module: 'M02', section: 'why' },
    };
    const { body } = await trainee.post('/api/v1/sync', { device: newId(), facts: [fact] });
    expect(body.verdicts).toMatchObject([{ verdict: 'accepted' }]);
    const [lesson] = (await trainee.get('/api/v1/lessons')).body.classes[0].lessons;
    expect(lesson.finished).toEqual([]);
  });

  it('has documents of its kind, and papers like everybody', async () => {
    const { trainee, cohort } = await aClass('2026-10-29', 'traditional');
    const path = `/api/v1/versions/${versionId}/products`;
    const own = await trainee.get(`${path}/handbook?cohort=${cohort.id}&locale=en`);
    expect(String(own.headers['content-disposition'])).toContain('handbook_traditional-en.pdf');
    const plan = await trainer.get(`${path}/plan?cohort=${cohort.id}&locale=en`);
    expect(String(plan.headers['content-disposition'])).toContain('plan_traditional');
    const paper = await trainer.get(`${path}/paper?cohort=${cohort.id}&locale=en`);
    expect(String(paper.headers['content-disposition'])).not.toContain('traditional');
    const { body } = await trainer.get(`${path}?cohort=${cohort.id}`);
    expect(body.variant).toBe('traditional');
    const made = body.items.find(
      (item: { product: string; locale: string }) => item.product === 'handbook' && item.locale === 'en',
    );
    expect(made.file.pages).toBeGreaterThan(0);
    const standard = (await trainer.get(path)).body;
    expect(standard.variant).toBeNull();
    expect(standard.items.find((item: { product: string }) => item.product === 'handbook').file).toBeNull();
    const stranger = await khou.signedIn(['trainer']);
    expect((await stranger.get(`${path}?cohort=${cohort.id}`)).status).toBe(404);
  });
});

describe('a published version', () => {
  it('says which kinds of class it knows, and what its modules take there', async () => {
    const { body } = await trainer.get(`/api/v1/versions/${versionId}`);
    expect(body.variants).toEqual([
      { id: 'traditional', title: { en: 'Traditional posts', lo: 'ດ່ານປະເພນີ' }, minutes: { M02: 45 } },
    ]);
  });

  it('from before its kinds were timed has the same minutes after the migration, from its pages', async () => {
    const source = await (await aDataSource(khou.databaseUrl)).initialize();
    const outline = async () =>
      (await source.query(`select outline from curriculum_versions where id = $1`, [versionId]))[0].outline;
    const before = await outline();
    const runner = source.createQueryRunner();
    await new Variants1795000000018().down(runner);
    expect(await outline()).not.toHaveProperty('variants');
    await new Variants1795000000018().up(runner);
    expect(await outline()).toEqual(before);
    await runner.release();
    await source.destroy();
  });
});
