import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { ModulePage } from '../curricula/index.js';
import { aDraft, bank, english, lao } from './draft.fixture.js';

let khou: App;
let tao: Caller;

beforeAll(async () => {
  khou = await anApp();
  tao = await khou.signedIn(['trainer']);
});
afterAll(() => khou.close());

describe('modules', () => {
  test('are added with their files, put in order and removed; comments in the outline stay', async () => {
    const own = await aDraft(tao, { 'curriculum.yaml': ['days: 1', 'days: 1 # one only'] });
    const added = await tao.post(`${own.url}/modules`, {
      code: 'M03',
      folder: '03-new',
      titleEn: 'New: "module"',
      titleLo: 'ໃໝ່',
    });
    expect(added.status).toBe(201);
    expect(added.body.text).toContain('days: 1 # one only');
    expect(await own.check(tao)).toMatchObject({ passes: true });
    expect((await own.open(tao)).modules).toMatchObject([
      { folder: '02-persons' },
      { folder: '03-new', code: 'M03', title: { en: 'New: "module"', lo: 'ໃໝ່' } },
    ]);
    const again = { code: 'M03', folder: '04-other', titleEn: 'Other' };
    expect((await tao.post(`${own.url}/modules`, again)).body.code).toBe('draft.module_exists');
    const order = await tao.put(`${own.url}/modules`, { folders: ['03-new', '02-persons'] });
    expect(order.body.text).toContain('modules: [03-new, 02-persons]');
    expect((await tao.put(`${own.url}/modules`, { folders: ['03-new'] })).body.code).toBe('draft.order_differs');
    expect((await tao.delete(`${own.url}/modules?folder=03-new`)).status).toBe(200);
    expect((await own.open(tao)).files.map(({ path }: { path: string }) => path)).not.toContain(
      'modules/03-new/module.md',
    );
    expect(await own.check(tao)).toMatchObject({ passes: true });
    expect((await tao.delete(`${own.url}/modules?folder=03-new`)).body.code).toBe('draft.module_missing');
  });

  test('are not touched while the outline is no YAML, and the line is said', async () => {
    const own = await aDraft(tao);
    const { revision } = await own.file(tao, 'curriculum.yaml');
    await own.save(tao, 'curriculum.yaml', 'code: sample\nmodules: [\nx: y: z\n', revision);
    const { status, body } = await tao.post(`${own.url}/modules`, { code: 'M03', folder: '03-new', titleEn: 'New' });
    expect([status, body.code, body.params.path]).toEqual([409, 'draft.yaml_broken', 'curriculum.yaml']);
  });
});

describe('questions', () => {
  test('are read, written, renamed, put in order and removed one at a time', async () => {
    const own = await aDraft(tao);
    const url = `${own.url}/questions`;
    const { body: list } = await tao.get(`${url}?${own.at(bank)}`);
    expect(list.questions.map(({ id }: { id: string }) => id)).toEqual(['M02-p1', 'M02-g1', 'M02-g2', 'M02-g3']);
    const question = { ...list.questions[0], id: 'M02-p2', prompt: { en: 'And now?', lo: 'ແລ້ວ?' } };
    const added = await tao.put(url, { path: bank, question, revision: list.revision, position: 1 });
    expect(added.body.text).toContain('And now?');
    const clash = await tao.put(url, {
      path: bank,
      question: { ...question, id: 'M02-g1' },
      was: 'M02-p2',
      revision: added.body.revision,
    });
    expect(clash.body.code).toBe('draft.question_exists');
    const late = await tao.put(url, { path: bank, question, revision: list.revision });
    expect([late.status, late.body.code]).toEqual([409, 'draft.file_changed']);
    const ids = ['M02-g3', 'M02-p2', 'M02-p1', 'M02-g1', 'M02-g2'];
    const order = await tao.put(`${url}/order`, { path: bank, ids, revision: added.body.revision });
    const removal = await tao.delete(`${url}?${own.at(bank)}&question=M02-p2&revision=${order.body.revision}`);
    expect(removal.status).toBe(200);
    const { body: after } = await tao.get(`${url}?${own.at(bank)}`);
    expect(after.questions.map(({ id }: { id: string }) => id)).toEqual(['M02-g3', 'M02-p1', 'M02-g1', 'M02-g2']);
    expect(await own.check(tao)).toMatchObject({ passes: true });
  });

  test('that are half done are kept, and the check says what they lack', async () => {
    const own = await aDraft(tao);
    const question = { id: 'M02-p9', type: 'single', prompt: { en: '' } };
    expect((await tao.put(`${own.url}/questions`, { path: bank, question, revision: 1 })).status).toBe(200);
    const { body } = await tao.get(`${own.url}/questions?${own.at(bank)}`);
    expect(body.questions.at(-1)).toEqual(question);
    expect(body.faults.map(({ code }: { code: string }) => code)).toContain('field.missing');
  });
});

test('a question that nests without end is refused', async () => {
  const own = await aDraft(tao);
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const question = `{"path":"${bank}","revision":1,"question":{"id":"M02-p9","type":"single","options":${deep}}}`;
  const { status } = await tao.send('PUT', `${own.url}/questions`, {
    body: Buffer.from(question),
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(422);
});

describe('check and preview', () => {
  test('the check says file, line, sentence and hint', async () => {
    const own = await aDraft(tao, { [english]: ['minutes: 30', 'minutes: 31'] });
    expect((await own.check(tao)).faults).toContainEqual(
      expect.objectContaining({
        code: 'module.minutes',
        file: english,
        line: 4,
        severity: 'error',
        sentence: { en: expect.stringContaining('30 minutes'), lo: expect.stringContaining('30 ນາທີ') },
        hint: { en: expect.any(String), lo: expect.any(String) },
      }),
    );
  });

  test('the preview is the page with what is typed and not saved, and what is wrong with it', async () => {
    const own = await aDraft(tao);
    const { text } = await own.file(tao, english);
    const typed = text.replace('An invented case.', 'A typed case. <b>bold</b>');
    const { status, body } = await tao.post(`${own.url}/preview`, { path: english, text: typed, locale: 'en' });
    expect(status).toBe(200);
    expect(ModulePage.parse(body.page)).toEqual(body.page);
    expect(JSON.stringify(body.page)).toContain('A typed case.');
    expect(JSON.stringify(body.page)).not.toMatch(/HERON|kingfisher|<b>/);
    expect(body.faults.map(({ code }: { code: string }) => code)).toContain('prose.html');
    expect((await own.file(tao, english)).text).toBe(text);
    const { body: trainers } = await tao.post(`${own.url}/preview`, { path: lao, locale: 'lo', audience: 'trainer' });
    expect(JSON.stringify(trainers.page)).toContain('ນົກກະຍາງ');
  });

  test('a question that is half written does not hide the text of its module, nor its facts', async () => {
    const own = await aDraft(tao);
    const { text, revision } = await own.file(tao, bank);
    await own.save(tao, bank, `${text}  - id: M02-p9\n    use: practice\n    type: single\n`, revision);
    const { body } = await tao.post(`${own.url}/preview`, { path: english, locale: 'en' });
    expect(body.page.title).toBe('Persons: act and means');
    expect(body.faults.map(({ file }: { file: string }) => file)).toContain(bank);
    const facts = await tao.get(`${own.url}/modules/02-persons/facts`);
    expect(facts.body).toMatchObject({ code: 'M02', facts: { objectives: [{ id: 'M02.1' }] } });
  });

  test('a module that cannot be read has no page, and its faults are told', async () => {
    const own = await aDraft(tao);
    const { body } = await tao.post(`${own.url}/preview`, { path: english, text: '---\ncode: [\n---\n', locale: 'en' });
    expect(body.page).toBeNull();
    expect(body.faults.map(({ code }: { code: string }) => code)).toContain('yaml.broken');
    expect((await tao.post(`${own.url}/preview`, { path: 'curriculum.yaml' })).body.code).toBe('draft.path_refused');
  });
});
