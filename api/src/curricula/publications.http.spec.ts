import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { CurriculaService, PublicationsService } from './index.js';

let khou: App;
let admin: Caller;
let trainer: Caller;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  trainer = await khou.signedIn(['trainer']);
});
afterAll(() => khou.close());

type Version = { id: string; version: string };

const english = 'modules/02-persons/module.md';
const numbered = (version: string): Change => ['version: 0.1.0', `version: ${version}`];

async function publish(changes: Record<string, Change>, why = 'First version'): Promise<string> {
  const id = await khou.app
    .get(PublicationsService)
    .queue(aCurriculum(changes), { by: admin.personId, why, draftId: null });
  await khou.drain();
  return id;
}

async function versionOf(publicationId: string): Promise<string> {
  const { body } = await admin.get(`/api/v1/publications/${publicationId}`);
  return body.versionId;
}

describe('a publication', () => {
  test('is a job whose end says which version it made, who asked for it and why', async () => {
    const id = await publish({});
    const { status, body } = await trainer.get(`/api/v1/publications/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      curriculumCode: 'sample',
      version: '0.1.0',
      state: 'published',
      why: 'First version',
      requestedBy: { id: admin.personId },
      progress: { finished: true, failed: 0 },
    });
    const { body: history } = await trainer.get('/api/v1/curricula/sample/publications');
    expect(history.items).toHaveLength(1);
  });

  test('keeps the files it was made from, to the letter', async () => {
    const id = await publish({ [english]: ['At 10:30', 'At 10:31'], 'curriculum.yaml': numbered('0.1.1') }, 'A time');
    const source = await khou.app.get(CurriculaService).source(await versionOf(id));
    expect(source.texts.get(english)).toContain('At 10:31');
  });

  test('is refused at once when the number says less than the change is, and nothing is kept of it', async () => {
    const changes = {
      [english]: ['An invented case.', 'Nothing of this is as it was before, not one word of it.'] as Change,
      'curriculum.yaml': numbered('0.1.2'),
    };
    await expect(publish(changes)).rejects.toMatchObject({
      code: 'curriculum.version_understates',
      params: { version: '0.1.2', change: 'teaching', needed: 'minor' },
    });
    const { body } = await admin.get('/api/v1/curricula/sample/publications');
    expect(body.items.map((item: { version: string }) => item.version).toSorted()).toEqual(['0.1.0', '0.1.1']);
  });

  test('is nothing for a trainee', async () => {
    const trainee = await khou.signedIn(['trainee']);
    const { body } = await admin.get('/api/v1/curricula/sample/publications');
    const path = `/api/v1/publications/${body.items[0].id}`;
    expect((await trainee.get(path)).status).toBe(403);
    expect((await admin.get('/api/v1/publications/019a9f00-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('two versions beside each other', () => {
  test('show what changed, how heavy it is and what to print again', async () => {
    const { body } = await admin.get('/api/v1/curricula');
    const [older, newer] = body.items[0].versions.toSorted((a: Version, b: Version) =>
      a.version < b.version ? -1 : 1,
    );
    const { status, body: comparison } = await trainer.get(`/api/v1/versions/${newer.id}/comparison?with=${older.id}`);
    expect(status).toBe(200);
    expect(comparison).toMatchObject({
      class: 'wording',
      from: { version: '0.1.0' },
      to: { version: '0.1.1' },
      marks: [],
    });
    expect(comparison.modules.map((module: { code: string }) => module.code)).toEqual(['M02']);
    expect(comparison.reprint).toContainEqual({ product: 'handbook', locale: 'en' });
  });

  test('are of the same curriculum', async () => {
    const other = await publish({ 'curriculum.yaml': ['code: sample', 'code: other'] }, 'Another');
    const { body } = await admin.get('/api/v1/curricula');
    const sample = body.items.find((item: { code: string }) => item.code === 'sample').versions[0];
    const { status, body: problem } = await admin.get(
      `/api/v1/versions/${await versionOf(other)}/comparison?with=${sample.id}`,
    );
    expect([status, problem.code]).toEqual([422, 'curriculum.not_comparable']);
  });
});
