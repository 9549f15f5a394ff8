import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { AuditService } from '../audit/audit.service.js';
import {
  canonicalForm,
  checkCurriculum,
  contentHash,
  mostArchiveBytes,
  packSource,
  pictureOf,
  readArchive,
} from '../format/index.js';
import { newId } from '../kernel/ids.js';
import { aDraft, aVersion, drafting, english, upload } from './draft.fixture.js';

let khou: App;
let admin: Caller;
let trainer: Caller;
let versionId: string;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator'], { givenEn: 'Anna' });
  trainer = await khou.signedIn(['trainer'], { givenEn: 'Tao' });
  versionId = await aVersion(khou, admin);
});
afterAll(() => khou.close());

const hashOf = (bytes: Uint8Array) =>
  contentHash(canonicalForm(checkCurriculum(readArchive(bytes).source).curriculum!));

describe('a draft is opened', () => {
  test('from a version, with its files as they were published', async () => {
    const { status, body } = await trainer.post('/api/v1/drafts', { from: 'version', versionId });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      curriculumCode: 'sample',
      title: { en: 'Sample course', lo: 'ຫຼັກສູດຕົວຢ່າງ' },
      state: 'open',
      base: { id: versionId, version: '0.1.0' },
      revision: 1,
      openedBy: { id: trainer.personId },
      modules: [{ folder: '02-persons', code: 'M02', listed: true }],
      allowed: ['edit', 'discard'],
    });
    expect(body.files.map(({ path }: { path: string }) => path)).toEqual([...aCurriculum().texts.keys()].sort());
  });

  test('new, with a skeleton that already passes the check and shows a page', async () => {
    const { body } = await trainer.post('/api/v1/drafts', {
      from: 'new',
      code: 'border-posts',
      titleEn: 'Border posts: a first course',
      titleLo: 'ດ່ານ',
      series: 'BDP',
      days: 2,
    });
    expect(body).toMatchObject({ curriculumCode: 'border-posts', base: null });
    expect(await drafting(body.id).check(trainer)).toMatchObject({ passes: true });
    const { body: preview } = await trainer.post(`/api/v1/drafts/${body.id}/preview`, {
      path: 'modules/01-first-module/module.md',
      locale: 'en',
      audience: 'trainer',
    });
    expect(preview.page.sections.map(({ id }: { id: string }) => id)).toEqual(['why', 'practice']);
  });

  test('not new under the code of a curriculum that exists', async () => {
    const body = { from: 'new', code: 'sample', titleEn: 'Again', series: 'SMP' };
    expect(await trainer.post('/api/v1/drafts', body)).toMatchObject({
      status: 409,
      body: { code: 'draft.curriculum_exists' },
    });
  });

  test('not from a version that is not there', async () => {
    expect(await trainer.post('/api/v1/drafts', { from: 'version', versionId: newId() })).toMatchObject({
      status: 404,
      body: { code: 'curriculum.version_missing' },
    });
  });
});

describe('archives', () => {
  test('a version exported and imported elsewhere has the same content hash', async () => {
    const exported = await trainer.get(`/api/v1/versions/${versionId}/archive.zip`);
    expect(exported.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="sample-0.1.0.zip"',
    });
    const { body } = await upload(trainer, '/api/v1/drafts/import', 'x.zip', exported.bytes);
    const again = await trainer.get(`/api/v1/drafts/${body.id}/archive.zip`);
    const version = await admin.get(`/api/v1/versions/${versionId}`);
    expect([hashOf(exported.bytes), hashOf(again.bytes)]).toEqual([version.body.contentHash, version.body.contentHash]);
    expect(Buffer.compare(exported.bytes, again.bytes)).toBe(0);
  });

  test('a large curriculum comes back as it went out', async () => {
    const raw = { width: 832, height: 832, channels: 3 } as const;
    const photo = async () =>
      pictureOf(
        await sharp(randomBytes(832 * 832 * 3), { raw })
          .png({ compressionLevel: 0 })
          .toBuffer(),
      )!;
    const { texts } = aCurriculum();
    const paths = Array.from({ length: 14 }, (_, number) => `modules/02-persons/images/photo-${number}.png`);
    const photos = await Promise.all(paths.map(async (path) => [path, await photo()] as const));
    const large = packSource({ texts, pictures: new Map(photos) });
    const { status, body } = await upload(trainer, '/api/v1/drafts/import', 'x.zip', large);
    expect([status, large.length > 27 * 1024 * 1024]).toEqual([201, true]);
    const again = await trainer.get(`/api/v1/drafts/${body.id}/archive.zip`);
    expect(Buffer.compare(large, again.bytes)).toBe(0);
  });

  test('an archive larger than any curriculum is refused before it is read', async () => {
    const answer = await upload(trainer, '/api/v1/drafts/import', 'x.zip', Buffer.alloc(mostArchiveBytes + 200_000));
    expect([answer.status, answer.body.code]).toEqual([413, 'http.too_large']);
  });

  test('an import of a curriculum that is known makes a draft beside what is there', async () => {
    const before = await admin.get(`/api/v1/versions/${versionId}`);
    const draft = await aDraft(trainer, { [english]: ['An invented case.', 'Imported.'] });
    expect(await draft.open(trainer)).toMatchObject({ state: 'open', base: { id: versionId } });
    expect((await admin.get(`/api/v1/versions/${versionId}`)).body).toEqual(before.body);
  });

  test.each([
    ['that is none', () => Buffer.from('no zip')],
    ['without a curriculum', () => zipSync({ 'README.md': strToU8('x') })],
    [
      'that climbs out of its folder',
      () => zipSync({ 'curriculum.yaml': strToU8('code: x'), '../x.md': strToU8('x') }),
    ],
  ])('an archive %s is refused whole, with what is wrong', async (_name, bytes) => {
    const count = async () => (await trainer.get('/api/v1/drafts?limit=200')).body.items.length;
    const before = await count();
    const { status, body } = await upload(trainer, '/api/v1/drafts/import', 'x.zip', bytes());
    expect([status, body.code]).toEqual([422, 'draft.archive_refused']);
    expect(body.errors[0]).toMatchObject({
      code: expect.stringMatching(/^(archive|file)\./),
      message: expect.any(String),
      sentence: { en: body.errors[0].message, lo: expect.stringMatching(/[\u0E80-\u0EFF]/) },
    });
    expect(await count()).toBe(before);
  });

  test('a broken curriculum comes in, and the check says what is wrong with it', async () => {
    const draft = await aDraft(trainer, { 'curriculum.yaml': 'code: [\n', [english]: null });
    expect(await draft.open(trainer)).toMatchObject({ curriculumCode: 'unnamed' });
    expect((await draft.check(trainer)).faults.map(({ code }: { code: string }) => code)).toContain('yaml.broken');
  });

  test('a request without a file is refused', async () => {
    expect((await trainer.post('/api/v1/drafts/import', {})).body.code).toBe('draft.upload_missing');
  });
});

describe('the list of drafts', () => {
  test('comes in pages, newest change first, and by curriculum and state', async () => {
    const one = await aDraft(trainer);
    khou.clock.advance(1_000);
    const two = await aDraft(trainer);
    khou.clock.advance(1_000);
    await one.edit(trainer, english, 'An invented case.', 'Another case.');
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await trainer.get(
        `/api/v1/drafts?limit=2&curriculum=sample&state=open${next ? `&after=${next}` : ''}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(seen.slice(0, 2)).toEqual([one.id, two.id]);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await trainer.get('/api/v1/drafts?after=bm9uc2Vuc2U')).status).toBe(200);
  });
});

describe('a draft is discarded', () => {
  test('by who opened it; then it can be read and no longer changed', async () => {
    const draft = await aDraft(trainer);
    const { status, body } = await trainer.post(`${draft.url}/discard`, { why: 'A try' });
    expect([status, body.state, body.allowed, body.closedBy.id]).toEqual([201, 'discarded', [], trainer.personId]);
    expect((await draft.save(trainer, english, 'x', 1)).body.code).toBe('draft.closed');
    expect((await draft.file(trainer, english)).text).toContain('An invented case.');
  });

  test('not by another trainer, but by a publisher', async () => {
    const draft = await aDraft(trainer);
    const other = await khou.signedIn(['trainer']);
    expect(await other.post(`${draft.url}/discard`)).toMatchObject({ status: 403, body: { code: 'draft.not_yours' } });
    expect((await other.get(draft.url)).body.allowed).toEqual(['edit']);
    expect((await admin.post(`${draft.url}/discard`)).status).toBe(201);
  });

  test('and opening and discarding are in the audit trail', async () => {
    const actions = await khou.queries.read<{ action: string }>(
      `select distinct action from audit_events where subject_kind = 'curriculum_draft' order by action`,
    );
    expect(actions.map(({ action }) => action)).toEqual(['draft.discarded', 'draft.opened']);
    expect(await khou.app.get(AuditService).firstBreak()).toBeNull();
  });
});

describe('who has no part in writing', () => {
  test.each(['trainee', 'observer'] as const)('a %s reaches no draft and no archive', async (role) => {
    const who = await khou.signedIn([role]);
    const draft = await aDraft(trainer);
    for (const url of [
      '/api/v1/drafts',
      draft.url,
      `${draft.url}/file?${draft.at(english)}`,
      `${draft.url}/check`,
      `${draft.url}/history`,
      `${draft.url}/archive.zip`,
      `${draft.url}/translations`,
      `${draft.url}/questions?${draft.at('modules/02-persons/questions.yaml')}`,
      `/api/v1/versions/${versionId}/archive.zip`,
    ]) {
      const { status, text } = await who.get(url);
      expect([url, status]).toEqual([url, 403]);
      expect(text).not.toMatch(/HERON|OSPREY|SWALLOW/);
    }
    expect((await upload(who, '/api/v1/drafts/import', 'x.zip', packSource(aCurriculum()))).status).toBe(403);
    expect((await who.post(`${draft.url}/preview`, { path: english })).status).toBe(403);
    expect((await draft.save(who, english, 'x', 1)).status).toBe(403);
  });

  test('a trainer writes everything and publishes nothing', async () => {
    const draft = await aDraft(trainer);
    expect((await trainer.post(`${draft.url}/publish`, { version: '0.2.0', why: 'x' })).status).toBe(403);
  });
});
