import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { PublicationsService, PublishingService } from './index.js';
import { VersionsStore } from './versions.store.js';

let khou: App;
let admin: Caller;
let trainer: Caller;

const english = 'modules/02-persons/module.md';
const numbered = (version: string): Change => ['version: 0.1.0', `version: ${version}`];

async function publish(changes: Record<string, Change>, why: string): Promise<void> {
  const request = { by: admin.personId, why, draftId: null };
  await khou.app.get(PublicationsService).queue(aCurriculum(changes), request);
  await khou.drain();
}

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  trainer = await khou.signedIn(['trainer']);
  await khou.app.get(PublishingService).publishSource(aCurriculum({}), { by: null });
  khou.clock.advance(1_000);
  await publish({ [english]: ['At 10:30', 'At 10:31'], 'curriculum.yaml': numbered('0.1.1') }, 'A time');
  khou.clock.advance(1_000);
  const changes = {
    [english]: ['An invented case.', 'Nothing of this is as it was before, not one word of it.'] as Change,
    'curriculum.yaml': numbered('0.2.0'),
  };
  await publish(changes, 'Another case');
});
afterAll(() => khou.close());

const history = '/api/v1/curricula/sample/versions';

describe('the history of a curriculum', () => {
  test('tells of each version when, who, why and what it changed in the one before', async () => {
    const { status, body } = await trainer.get(history);
    expect(status).toBe(200);
    const by = { id: admin.personId, nameLo: expect.any(String) };
    expect(body.items).toMatchObject([
      { version: '0.2.0', change: 'teaching', why: 'Another case', fromFiles: false, publishedBy: by },
      { version: '0.1.1', change: 'wording', why: 'A time', fromFiles: false, publishedBy: by },
      { version: '0.1.0', change: 'first', why: null, fromFiles: true, publishedBy: null },
    ]);
    expect(body.items[0].contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.next).toBeNull();
  });

  test('is read on from the version where a page ended', async () => {
    const { body: first } = await admin.get(`${history}?limit=2`);
    const { body: rest } = await admin.get(`${history}?limit=2&after=${first.next}`);
    const versions = [...first.items, ...rest.items].map(({ version }: { version: string }) => version);
    expect([versions, rest.next]).toEqual([['0.2.0', '0.1.1', '0.1.0'], null]);
  });

  test('is for authors, and of curricula that exist', async () => {
    const trainee = await khou.signedIn(['trainee']);
    expect((await trainee.get(history)).status).toBe(403);
    expect((await admin.get('/api/v1/curricula/nothing/versions')).body.code).toBe('curriculum.missing');
  });

  test('says of a version after one without a snapshot that its class is not known', async () => {
    await khou.queries.transaction((tx) =>
      tx.query(`update curriculum_versions set snapshot = null, archive = null where version = '0.2.0'`),
    );
    await publish({ [english]: ['At 10:30', 'At 11:45'], 'curriculum.yaml': numbered('0.3.0') }, 'Later');
    const { body } = await admin.get(`${history}?limit=1`);
    expect(body.items).toMatchObject([{ version: '0.3.0', change: null }]);
  });
});

test('a publication names who asked for it', async () => {
  const { body } = await trainer.get('/api/v1/curricula/sample/publications');
  expect(body.items[0].requestedBy).toMatchObject({ id: admin.personId, nameLo: expect.any(String) });
});

test('the history reads the versions of its curriculum and of no other', async () => {
  await khou.queries.transaction(async (tx) => {
    await tx.query(
      `insert into curricula (id, code, created_at) select gen_random_uuid(), 'c' || n, now() from generate_series(1, 60) n`,
    );
    await tx.query(`insert into curriculum_versions (id, curriculum_id, version, major, minor, patch, content_hash, canonical, title_en, series, days, published_at)
      select gen_random_uuid(), c.id, '0.0.' || n, 0, 0, n, c.id || '-' || n, '{}', 'T', 'T', 1, now() - n * interval '1 day' from curricula c, generate_series(100, 200) n`);
  });
  await khou.queries.read('analyze');
  const store = new VersionsStore({
    all: ({ text }: { text: string }, values: readonly unknown[]) => khou.queries.read(`explain ${text}`, values),
  } as never);
  const rows = (await store.past('sample', 51, null)) as unknown as { 'QUERY PLAN': string }[];
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('curriculum_versions_once');
  expect(plan).not.toContain('Seq Scan on curriculum_versions');
});
