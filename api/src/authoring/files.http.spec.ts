import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { newId } from '../kernel/ids.js';
import { aDraft, type Drafting, english, lao, upload } from './draft.fixture.js';

let khou: App;
let anna: Caller;
let tao: Caller;
let draft: Drafting;

beforeAll(async () => {
  khou = await anApp();
  anna = await khou.signedIn(['administrator'], { givenLo: 'ອານາ', givenEn: 'Anna', familyLo: '', familyEn: '' });
  tao = await khou.signedIn(['trainer'], { givenLo: 'ເຕົ່າ', givenEn: 'Tao', familyLo: '', familyEn: '' });
  draft = await aDraft(anna);
});
afterAll(() => khou.close());

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect x="1" y="1" width="8" height="8"/></svg>';

describe('two people at one file', () => {
  test('the second is told and shown what the first wrote; nothing is overwritten', async () => {
    const { text, revision } = await draft.file(anna, english);
    const first = await draft.save(anna, english, `${text}\nFrom Anna.\n`, revision, 'Anna adds');
    expect(first).toMatchObject({ status: 200, body: { path: english, revision: revision + 1 } });
    const second = await draft.save(tao, english, `${text}\nFrom Tao.\n`, revision);
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'draft.file_changed',
        params: {
          path: english,
          revision: revision + 1,
          by: 'ອານາ',
          byEn: 'Anna',
          byId: anna.personId,
          at: khou.clock.now().toISOString(),
        },
      },
    });
    expect(second.body.params.text).toContain('From Anna.');
    const now = await draft.file(tao, english);
    expect(now.text).not.toContain('From Tao.');
    const joined = await draft.save(tao, english, `${now.text}From Tao.\n`, now.revision);
    expect(joined.status).toBe(200);
    expect((await draft.file(anna, english)).text).toMatch(/From Anna\.\nFrom Tao\./);
  });

  test('at the very same moment: exactly one of twenty saves goes through', async () => {
    const { revision } = await draft.file(anna, lao);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        draft.save(index % 2 ? anna : tao, lao, `---\nstate: draft\n---\n# ${index}\n`, revision),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    await draft.save(anna, lao, 'x', (await draft.file(anna, lao)).revision);
    const back = await anna.post(`${draft.url}/restore`, { path: lao, revision: 1, why: 'As it was' });
    expect(back.status).toBe(201);
  });

  test('the same text twice is no conflict and no new state', async () => {
    const { text, revision } = await draft.file(anna, english);
    const next = await draft.save(anna, english, `${text}Once more.\n`, revision);
    const again = await draft.save(tao, english, `${text}Once more.\n`, revision);
    expect([again.status, again.body.revision]).toEqual([200, next.body.revision]);
  });

  test('opening a draft is no change of its files', async () => {
    const own = await aDraft(anna);
    expect((await own.open(tao)).others).toEqual([]);
    await own.edit(anna, english, 'At 10:30', 'At 10:31');
    expect((await own.open(tao)).others.map(({ path }: { path: string }) => path)).toEqual([english]);
  });

  test('each sees that the other is at work, for ten minutes', async () => {
    await draft.edit(anna, 'curriculum.yaml', 'for tests', 'for all tests');
    expect((await draft.open(tao)).others[0]).toMatchObject({ by: { id: anna.personId }, path: 'curriculum.yaml' });
    expect((await draft.open(anna)).others.map(({ by }: { by: { id: string } }) => by.id)).not.toContain(anna.personId);
    khou.clock.advance(11 * 60_000);
    expect((await draft.open(tao)).others).toEqual([]);
  });

  test('a file that somebody removed is not made again by an old editor', async () => {
    const added = await draft.save(anna, 'NOTES.md', 'Mine', null);
    expect((await anna.delete(`${draft.url}/file?path=NOTES.md&revision=${added.body.revision}`)).status).toBe(204);
    expect((await draft.save(tao, 'NOTES.md', 'Mine too', added.body.revision)).body).toMatchObject({
      code: 'draft.file_changed',
      params: { text: null, revision: null },
    });
    expect((await anna.get(`${draft.url}/file?path=NOTES.md`)).body.code).toBe('draft.file_missing');
  });
});

describe('the history', () => {
  test('keeps every state of every file, with who, when and why', async () => {
    const own = await aDraft(tao);
    const one = await own.save(tao, english, 'one', 1, 'First try');
    khou.clock.advance(60_000);
    const two = await own.save(anna, english, 'two', one.body.revision);
    await tao.delete(`${own.url}/file?${own.at(english)}&revision=${two.body.revision}`);
    const entries = await own.history(tao, english);
    expect(
      entries.map(({ revision, kind, why, by }: never) => [revision, kind, why, (by as { nameEn: string }).nameEn]),
    ).toEqual([
      [4, 'removed', null, 'Tao'],
      [3, 'text', null, 'Anna'],
      [2, 'text', 'First try', 'Tao'],
      [1, 'text', null, 'Tao'],
    ]);
    const state = (revision: number) => tao.get(`${own.url}/history/${revision}?${own.at(english)}`);
    expect([(await state(2)).body.text, (await state(3)).body.text, (await state(4)).body.text]).toEqual([
      'one',
      'two',
      null,
    ]);
    expect((await state(9)).body.kind).toBe('removed');
    const restored = await tao.post(`${own.url}/restore`, { path: english, revision: 2 });
    expect([restored.status, restored.body.revision, (await own.file(tao, english)).text]).toEqual([201, 5, 'one']);
    expect((await tao.post(`${own.url}/restore`, { path: 'NOTES.md', revision: 2 })).body.code).toBe(
      'draft.revision_missing',
    );
  });

  test('comes in pages, over all files', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: { items: { path: string; revision: number }[]; next: string | null } } = await tao.get(
        `${draft.url}/history?limit=3${next ? `&after=${next}` : ''}`,
      );
      seen.push(...body.items.map(({ path, revision }) => `${revision} ${path}`));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(8);
  });
});

describe('what cannot be a file', () => {
  test.each([
    ['a path that climbs out', '../x.md', 'draft.path_refused'],
    ['a path from the root', '/x.md', 'draft.path_refused'],
    ['a hidden file', 'modules/x/.env.md', 'draft.path_refused'],
    ['a program', 'modules/x/run.js', 'draft.path_refused'],
    ['a second file of nearly the same name', 'Curriculum.yaml', 'draft.path_refused'],
    ['a picture as text', 'modules/x/images/a.svg', 'draft.path_refused'],
  ])('%s', async (_name, path, code) => {
    expect(await draft.save(tao, path, 'x', null)).toMatchObject({ status: 422, body: { code } });
  });

  test.each([
    ['a text with U+0000', 'a\u0000b'],
    ['half a letter', 'a\ud800b'],
    ['a text that is too large', 'x'.repeat(513 * 1024)],
  ])('%s', async (_name, text) => {
    expect((await draft.save(tao, 'NOTES.md', text, null)).status).toBe(422);
  });

  test('a text that would take minutes to read is refused', async () => {
    for (const text of ['>'.repeat(100_000), '- '.repeat(100_000), `${':tbc['.repeat(50_000)}x`])
      expect((await draft.save(tao, 'NOTES.md', text, null)).body.code).toBe('draft.too_deep');
    const preview = await tao.post(`${draft.url}/preview`, { path: english, text: '>'.repeat(100_000), locale: 'en' });
    expect(preview.body.code).toBe('draft.too_deep');
  });

  test('the outline is not removed, and a draft that is not there is said so', async () => {
    expect((await tao.delete(`${draft.url}/file?path=curriculum.yaml&revision=1`)).body.code).toBe(
      'draft.path_refused',
    );
    const nowhere = `/api/v1/drafts/${newId()}`;
    for (const url of ['', '/check', '/history', '/translations', `/file?path=x.md`, '/comparison', '/archive.zip'])
      expect([url, (await tao.get(nowhere + url)).body.code]).toEqual([url, 'draft.missing']);
    expect((await tao.put(`${nowhere}/file`, { path: 'x.md', text: '', revision: null })).body.code).toBe(
      'draft.missing',
    );
  });
});

describe('pictures', () => {
  const at = (name: string) => `${draft.url}/media?module=02-persons&name=${encodeURIComponent(name)}`;

  test('are taken by what they are, under a plain name, and shown from the draft', async () => {
    const { status, body } = await upload(tao, at('Mein Bild (1).jpeg'), 'x', Buffer.from(drawing));
    expect([status, body.path]).toEqual([201, 'modules/02-persons/images/mein-bild-1.svg']);
    const shown = await tao.get(`${draft.url}/media/${body.hash}`);
    expect([shown.status, shown.headers['content-type'], shown.text]).toEqual([200, 'image/svg+xml', drawing]);
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    await draft.edit(tao, english, 'An invented case.', 'An invented case.\n\n![A box](images/mein-bild-1.svg)');
    const { body: preview } = await tao.post(`${draft.url}/preview`, { path: english, locale: 'en' });
    expect(JSON.stringify(preview.page)).toContain(`${draft.url}/media/${body.hash}`);
    expect((await upload(tao, at('mein bild 1'), 'x', Buffer.from(drawing))).body.revision).toBe(body.revision);
  });

  test.each([
    ['that is none', 'just text'],
    ['that could run code', drawing.replace('<rect', '<script>alert(1)</script><rect')],
    ['that would fetch something', drawing.replace('<rect', '<image href="https://x.test/a.png"/><rect')],
  ])('one %s is refused', async (_name, content) => {
    expect((await upload(tao, at('x'), 'x.png', Buffer.from(content))).body.code).toBe('draft.picture_refused');
  });

  test('one of a module that is not there, and one that is too large, are refused', async () => {
    const url = `${draft.url}/media?module=99-none&name=x`;
    expect((await upload(tao, url, 'x', Buffer.from(drawing))).body.code).toBe('draft.module_missing');
    expect((await upload(tao, at('x'), 'x.png', Buffer.alloc(3 * 1024 * 1024))).body.code).toBe('http.too_large');
  });
});
