import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { pictureOf } from '../format/index.js';
import { aDraft, aVersion, drafting, english } from './draft.fixture.js';

let khou: App;
let admin: Caller;
let trainer: Caller;
let versionId: string;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  trainer = await khou.signedIn(['trainer']);
  versionId = await aVersion(khou, admin);
});
afterAll(() => khou.close());

const fromVersion = async (id = versionId) =>
  drafting((await trainer.post('/api/v1/drafts', { from: 'version', versionId: id })).body.id);
const publish = (url: string, version: string) => admin.post(`${url}/publish`, { version, why: 'A better case' });

describe('what a draft would change', () => {
  test('is compared with the version it came from, class and number included', async () => {
    const draft = await fromVersion();
    const nothing = await trainer.get(`${draft.url}/comparison`);
    expect(nothing.body).toMatchObject({ with: { id: versionId }, comparison: { class: 'none', modules: [] } });
    await draft.edit(trainer, english, 'Tell an act from a means', 'Tell acts from means and purposes');
    await draft.edit(trainer, english, 'An invented case.', 'Nothing of this case is as it was before.');
    const { status, body } = await trainer.get(`${draft.url}/comparison`);
    expect(status).toBe(200);
    expect(body.comparison.modules[0].units.map(({ id }: { id: string }) => id)).toContain('case-waiters');
    expect(body.proposed).not.toBe('0.1.0');
  });

  test('is nothing yet for a curriculum without a version, and cannot be told without an outline', async () => {
    const { body } = await trainer.post('/api/v1/drafts', {
      from: 'new',
      code: 'fresh',
      titleEn: 'Fresh',
      series: 'FRS',
    });
    expect((await trainer.get(`/api/v1/drafts/${body.id}/comparison`)).body).toEqual({
      with: null,
      proposed: '0.1.0',
      comparison: null,
      unread: [],
    });
    const broken = await aDraft(trainer, { 'curriculum.yaml': ['days: 1', 'days: none'] });
    expect(await trainer.get(`${broken.url}/comparison`)).toMatchObject({
      status: 422,
      body: { code: 'draft.faulty' },
    });
  });
});

describe('a draft with faults', () => {
  test('is compared like any other where it can be read', async () => {
    const draft = await aDraft(trainer, { [english]: ['minutes: 30', 'minutes: 31'] });
    expect(await draft.check(trainer)).toMatchObject({ passes: false });
    const { body } = await trainer.get(`${draft.url}/comparison`);
    expect(body).toMatchObject({ unread: [], comparison: { class: 'structure', modules: [{ code: 'M02' }] } });
  });

  test('says which module it could not compare, and does not call it removed', async () => {
    const draft = await aDraft(trainer, {
      [english]: ['minutes: 30', 'minutes: many'],
      'curriculum.yaml': ['Sample course', 'Sample course for all'],
    });
    const { status, body } = await trainer.get(`${draft.url}/comparison`);
    expect([status, body.unread, body.comparison.modules]).toEqual([200, ['modules/02-persons'], []]);
    expect(body.comparison.facts.map(({ code }: { code: string }) => code)).toEqual(['outline.title']);
  });
});

describe('publishing a draft', () => {
  test('is a job; then there is a version with its content, and the draft is closed', async () => {
    const draft = await fromVersion();
    await draft.edit(trainer, english, 'An invented case.', 'Another invented case.');
    const { status, body } = await publish(draft.url, '0.2.0');
    expect(status).toBe(202);
    expect(await draft.open(trainer)).toMatchObject({
      publication: { id: body.publicationId, state: 'queued' },
      allowed: [],
    });
    expect((await draft.save(trainer, english, 'x', null)).body.code).toBe('draft.publishing');
    await khou.drain();
    const after = await draft.open(trainer);
    expect(after).toMatchObject({
      state: 'published',
      closedBy: { id: admin.personId },
      publication: { state: 'published' },
    });
    const version = await admin.get(`/api/v1/versions/${after.publishedVersionId}`);
    expect(version.body).toMatchObject({ code: 'sample', version: '0.2.0' });
    expect((await draft.file(trainer, 'curriculum.yaml')).text).toContain('version: 0.2.0');
    expect((await draft.save(trainer, english, 'x', null)).body.code).toBe('draft.closed');
    const events = await khou.queries.read<{ details: object }>(
      `select details from audit_events where action = 'draft.published' and subject_id = $1`,
      [draft.id],
    );
    expect(events).toMatchObject([{ details: { code: 'sample', version: '0.2.0' } }]);
  });

  test.each<[string, string, (draft: ReturnType<typeof drafting>) => Promise<unknown>, string]>([
    ['with nothing changed', '0.9.0', async () => null, 'draft.unchanged'],
    ['with an error', '0.9.0', (draft) => draft.edit(trainer, english, 'minutes: 30', 'minutes: 31'), 'draft.faulty'],
    [
      'under a number that is taken',
      '0.1.0',
      (draft) => draft.edit(trainer, english, 'An invented case.', 'A third case.'),
      'curriculum.version_taken',
    ],
    [
      'under another code',
      '0.9.0',
      (draft) => draft.edit(trainer, 'curriculum.yaml', 'code: sample', 'code: other'),
      'draft.code_changed',
    ],
    [
      'under what is no number',
      'next',
      (draft) => draft.edit(trainer, english, 'An invented case.', 'A third case.'),
      'draft.faulty',
    ],
  ])('%s is refused at once, and the draft stays open', async (_name, version, change, code) => {
    const draft = await fromVersion();
    await change(draft);
    expect((await publish(draft.url, version)).body.code).toBe(code);
    expect(await draft.open(trainer)).toMatchObject({ state: 'open', publication: null });
  });

  test('of a curriculum with pictures is refused as well when nothing changed', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
    const pictures = new Map([['modules/02-persons/images/box.svg', pictureOf(Buffer.from(drawing))!]]);
    const changes = {
      'curriculum.yaml': ['code: sample', 'code: drawn'],
      [english]: ['An invented case.', 'An invented case. ![A box](images/box.svg)'],
    } as const;
    const draft = await fromVersion(await aVersion(khou, admin, changes, pictures));
    expect((await publish(draft.url, '0.9.0')).body.code).toBe('draft.unchanged');
  });

  test('that was refused by its job can be changed and published again', async () => {
    const [one, two] = [await fromVersion(), await fromVersion()];
    await one.edit(trainer, english, 'An invented case.', 'Case one.');
    await two.edit(trainer, english, 'An invented case.', 'Case two.');
    await publish(one.url, '0.3.0');
    await publish(two.url, '0.3.0');
    await khou.drain();
    const states = [await one.open(admin), await two.open(admin)].map(({ state, publication }) => [
      state,
      publication.state,
    ]);
    expect(states.sort()).toEqual([
      ['open', 'refused'],
      ['published', 'published'],
    ]);
    const left = (await one.open(admin)).state === 'open' ? one : two;
    expect(await left.open(admin)).toMatchObject({
      publication: { refusal: { code: 'curriculum.version_taken' } },
      allowed: ['edit', 'publish', 'discard'],
    });
    expect((await publish(left.url, '0.4.0')).status).toBe(202);
    await khou.drain();
    expect((await left.open(admin)).state).toBe('published');
  });

  test('of a draft that is not there is told so', async () => {
    expect((await publish('/api/v1/drafts/019a9f00-0000-7000-8000-000000000000', '0.2.0')).body.code).toBe(
      'draft.missing',
    );
  });
});
