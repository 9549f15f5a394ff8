import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App } from '../../test/app.js';
import { aCurriculumFolder, canaries, type Change, changed } from '../../test/sample-curriculum.js';
import { canonicalJson, contentHash, withoutKey } from '../format/index.js';
import { CurriculaService, type Published, PublishingService } from './index.js';

let khou: App;
let published: Published;
const folders: string[] = [];

beforeAll(async () => {
  khou = await anApp();
  published = await publish();
});
afterAll(async () => {
  await khou.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function aFolder(changes: Record<string, Change> = {}): Promise<string> {
  const folder = await aCurriculumFolder(changes);
  folders.push(folder);
  return folder;
}

async function publish(changes: Record<string, Change> = {}): Promise<Published> {
  return khou.app.get(PublishingService).publish(await aFolder(changes), null);
}

const english = 'modules/02-persons/module.md';
const anotherWord: Change = ['An invented case.', 'Another case.'];
const numbered = (version: string): Change => ['version: 0.1.0', `version: ${version}`];

describe('publishing', () => {
  test('the same content again changes nothing, even under a new number', async () => {
    const again = await publish();
    const renumbered = await publish({ 'curriculum.yaml': numbered('0.2.0') });
    expect([again, renumbered]).toMatchObject([
      { outcome: 'already', versionId: published.versionId, version: '0.1.0' },
      { outcome: 'already', versionId: published.versionId, version: '0.1.0' },
    ]);
  });

  test('other content needs a greater number', async () => {
    await expect(publish({ [english]: anotherWord })).rejects.toMatchObject({ code: 'curriculum.version_taken' });
    await expect(publish({ [english]: anotherWord, 'curriculum.yaml': numbered('0.0.9') })).rejects.toMatchObject({
      code: 'curriculum.version_not_greater',
    });
  });

  test('a curriculum with an error is refused with file, line and sentence', async () => {
    await expect(publish({ [english]: ['minutes: 30', 'minutes: 31'] })).rejects.toMatchObject({
      code: 'curriculum.faulty',
      issues: [
        {
          path: `${english}:4`,
          code: 'module.minutes',
          message: expect.stringContaining('30 minutes'),
          sentence: { en: expect.stringContaining('30 minutes'), lo: expect.stringContaining('30 ນາທີ') },
        },
      ],
    });
  });

  test('of many who publish the same at once one makes the version', async () => {
    const folder = await aFolder({ 'curriculum.yaml': ['code: sample', 'code: crowded'] });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => khou.app.get(PublishingService).publish(folder, null)),
    );
    expect(all.filter(({ outcome }) => outcome === 'published')).toHaveLength(1);
    expect(new Set(all.map(({ versionId }) => versionId)).size).toBe(1);
  });

  test('the test before the course stands before the one after it', async () => {
    const { 'curriculum.yaml': outline = '', 'tests/post-test.yaml': postTest = '' } = changed({});
    const { versionId } = await publish({
      'curriculum.yaml': outline
        .replace('code: sample', 'code: ordered')
        .replace('tests: [post-test]', 'tests: [post-test, pre-test]'),
      'tests/pre-test.yaml': postTest.replaceAll('post-test', 'pre-test'),
    });
    const { tests } = await khou.app.get(CurriculaService).outline(versionId);
    expect(tests.map(({ code }) => code)).toEqual(['pre-test', 'post-test']);
  });

  test('it leaves an event in the audit trail', async () => {
    const events = await khou.queries.read(
      `select details from audit_events where action = 'curriculum.published' and subject_id = $1`,
      [published.versionId],
    );
    const { code, version, contentHash: hash } = published;
    const details = { code, version, contentHash: hash, change: 'first', why: null };
    expect(events).toEqual([{ details }]);
  });

  test('the content that is stored still has the hash it was published with', async () => {
    const [row] = await khou.queries.read<{ canonical: unknown }>(
      `select canonical from curriculum_versions where id = $1`,
      [published.versionId],
    );
    expect(contentHash(canonicalJson(row!.canonical))).toBe(published.contentHash);
  });

  test('at start every folder is published, and one that is refused does not stop the others', async () => {
    const root = await mkdtemp(join(tmpdir(), 'khou-curricula-'));
    folders.push(root);
    const alpha = await aFolder({ 'curriculum.yaml': ['code: sample', 'code: alpha'] });
    const beta = await aFolder({ 'curriculum.yaml': ['days: 1', 'days: many'] });
    await cp(alpha, join(root, 'alpha'), { recursive: true });
    await cp(beta, join(root, 'beta'), { recursive: true });
    const outcomes = await khou.app.get(PublishingService).publishAll(root, null);
    expect(outcomes).toMatchObject([
      { folder: 'alpha', published: { outcome: 'published', code: 'alpha' } },
      { folder: 'beta', refused: { code: 'curriculum.faulty' } },
    ]);
  });
});

describe('for the features that teach and test', () => {
  test('an outline has the agenda with minutes, hours and rules', async () => {
    const outline = await khou.app.get(CurriculaService).outline(published.versionId);
    expect(outline.agenda.map(({ kind, minutes }) => `${kind} ${minutes}`)).toEqual([
      'opening 15',
      'module 30',
      'test 20',
    ]);
    expect([outline.minutes, outline.hours, outline.rules.passPercent]).toEqual([65, 1.1, 70]);
  });

  test('graded questions come with keys for the server, and without them for a paper', async () => {
    const bank = await khou.app.get(CurriculaService).gradedQuestions(published.versionId, ['M02']);
    expect(bank.map(({ content }) => content.id)).toEqual(['M02-g1', 'M02-g2', 'M02-g3']);
    expect(JSON.stringify(bank)).toContain(canaries.gradedKey);
    expect(JSON.stringify(bank.map(({ content }) => withoutKey(content)))).not.toContain(canaries.gradedKey);
  });

  test('an option keeps its id in the next version', async () => {
    const service = khou.app.get(CurriculaService);
    const next = await publish({ [english]: anotherWord, 'curriculum.yaml': numbered('0.3.0') });
    const options = async (version: string) =>
      (await service.questions(version, ['M02-g2'])).flatMap((question) =>
        'options' in question ? question.options.map(({ id }) => id) : [],
      );
    expect(await options(next.versionId)).toEqual(await options(published.versionId));
    expect(await service.latestOf('sample')).toMatchObject({ version: '0.3.0' });
  });
});
