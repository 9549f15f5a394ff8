import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aDraft, aVersion, bank, drafting, type Drafting, english, lao } from '../authoring/draft.fixture.js';

let khou: App;
let admin: Caller;
let tao: Caller;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
  tao = await khou.signedIn(['trainer']);
});
afterAll(() => khou.close());

const folder = '02-persons';
const sidecar = `modules/${folder}/translation.lo.yaml`;

const work = (draft: Drafting) => ({
  list: async (who: Caller) => (await who.get(`${draft.url}/translations?module=${folder}`)).body,
  unit: async (who: Caller, unit: string) =>
    (await who.get(`${draft.url}/translations/unit?module=${folder}&unit=${encodeURIComponent(unit)}`)).body,
  record: (who: Caller, unit?: string) => who.post(`${draft.url}/translations/record`, { module: folder, unit }),
  translate: (who: Caller, unit: string, texts: Record<string, string>, revision: number | null) =>
    who.put(`${draft.url}/translations/unit`, { module: folder, unit, texts, revision }),
  keep: (who: Caller, unit: string, why: string) =>
    who.post(`${draft.url}/translations/keep`, { module: folder, unit, why }),
});

/** A draft whose Lao is recorded as made from its English. */
async function aTranslatedDraft() {
  const draft = await aDraft(tao);
  const translating = work(draft);
  expect((await translating.record(tao)).status).toBe(201);
  return { draft, ...translating };
}

describe('the translator’s list', () => {
  test('counts by module, and with a module names every text with its state', async () => {
    const draft = await aDraft(tao);
    const { body } = await tao.get(`${draft.url}/translations`);
    expect(body).toMatchObject({
      revision: 1,
      counts: { current: 0, stale: 0, unrecorded: 15, missing: 1 },
      modules: [{ folder, code: 'M02', unreadable: false, units: null }],
    });
    const { modules } = await work(draft).list(tao);
    expect(modules[0].units).toContainEqual({
      unit: 'case-waiters',
      kind: 'block',
      trainerOnly: false,
      label: 'Ten waiters',
      state: 'missing',
    });
  });

  test('a text is listed by its words, without the marks of its file', async () => {
    const draft = await aDraft(tao, { [`modules/${folder}/module.md`]: ['At 10:30 the', '> **Say.** At `10:30` the'] });
    const { modules } = await work(draft).list(tao);
    const labels: string[] = modules[0].units.map(({ label }: { label: string }) => label);
    expect(labels.find((label) => label.includes('10:30'))).toMatch(/^Say\. At 10:30 the bus arrives/);
  });

  test('after recording everything that is there is current, and the record is a file like others', async () => {
    const { draft, list } = await aTranslatedDraft();
    expect((await list(tao)).counts).toEqual({ current: 15, stale: 0, unrecorded: 0, missing: 1 });
    expect((await draft.file(tao, sidecar)).text).toMatch(/^# Kept by Khou[\s\S]*"case-wall": "[0-9a-f]{12}"/);
    expect(await draft.check(tao)).toMatchObject({ passes: true, counts: { notes: 0 } });
  });
});

describe('English that changes after it was translated', () => {
  test('is shown old and new with the words that differ, beside the present Lao', async () => {
    const { draft, unit, list } = await aTranslatedDraft();
    await draft.edit(tao, english, '1. Read the cards.', '1. Read all the cards.');
    expect((await list(tao)).counts).toMatchObject({ stale: 1 });
    const shown = await unit(tao, 'case-wall');
    expect(shown).toMatchObject({ state: 'stale', path: lao, revision: 1, kept: null });
    expect(shown.fields[1]).toMatchObject({
      name: 'text',
      markdown: true,
      oldSource: expect.stringContaining('1. Read the cards.'),
      newSource: expect.stringContaining('1. Read all the cards.'),
      translation: 'ອ່ານບັດ.',
    });
    expect(shown.fields[1].diff.filter(({ op }: { op: string }) => op !== 'same')).toEqual([
      { op: 'added', text: 'all ' },
    ]);
    expect((await draft.check(tao)).faults.map(({ code }: { code: string }) => code)).toContain('translation.stale');
  });

  test('is current again when its Lao is written, and readers no longer see the note', async () => {
    const { draft, unit, translate, list } = await aTranslatedDraft();
    await draft.edit(tao, english, '1. Read the cards.', '1. Read all the cards.');
    const preview = () => tao.post(`${draft.url}/preview`, { path: lao, locale: 'lo' });
    expect((await preview()).body.page.stale).toBe(true);
    const { revision } = await unit(tao, 'case-wall');
    const { status, body } = await translate(tao, 'case-wall', { title: 'ຝາ', text: 'ອ່ານທຸກບັດ.' }, revision);
    expect([status, body.state, body.fields[1].translation]).toEqual([200, 'current', 'ອ່ານທຸກບັດ.']);
    expect((await list(tao)).counts).toMatchObject({ stale: 0, current: 15 });
    expect((await preview()).body.page.stale).toBe(false);
    expect((await draft.file(tao, lao)).text).toContain(':::activity{#case-wall title="ຝາ"}\nອ່ານທຸກບັດ.\n:::');
  });

  test('is current too when an author says why its meaning is the same', async () => {
    const { draft, keep } = await aTranslatedDraft();
    await draft.edit(tao, english, '1. Read the cards.', '1. Read the cards!');
    const { status, body } = await keep(tao, 'case-wall', 'Only a sign');
    expect([status, body.state, body.kept]).toEqual([201, 'current', { why: 'Only a sign' }]);
    expect((await draft.history(tao, sidecar))[0].why).toBe('Only a sign');
  });

  test('is found again from a version that was published before', async () => {
    const { draft } = await aTranslatedDraft();
    const { text, revision } = await draft.file(tao, 'curriculum.yaml');
    await draft.save(tao, 'curriculum.yaml', text.replace('code: sample', 'code: kept'), revision);
    const published = await admin.post(`${draft.url}/publish`, { version: '0.1.0', why: 'First' });
    expect(published.status).toBe(202);
    await khou.drain();
    const { publishedVersionId } = await draft.open(tao);
    const next = drafting(
      (await tao.post('/api/v1/drafts', { from: 'version', versionId: publishedVersionId })).body.id,
    );
    await next.edit(tao, bank, 'A child is below which age?', 'Below which age is a child?');
    const shown = await work(next).unit(tao, 'question:M02-g1');
    expect(shown).toMatchObject({ state: 'stale', path: bank });
    expect(shown.fields[0].oldSource).toBe('A child is below which age?');
  });
});

describe('Lao that is written where there was none', () => {
  test('a block, and a question, find their place', async () => {
    const { draft, unit, translate } = await aTranslatedDraft();
    const block = await unit(tao, 'case-waiters');
    expect(block).toMatchObject({
      state: 'missing',
      fields: [{ name: 'title', translation: null }, { translation: null }],
    });
    const written = await translate(tao, 'case-waiters', { title: 'ສິບຄົນ', text: 'ສົມມຸດ.' }, block.revision);
    expect(written.body.state).toBe('current');
    const question = await unit(tao, 'question:M02-p1');
    const texts = { prompt: 'ອັນໃດ: ວິທີ?', 'options.right-one': 'ການຕົວະ' };
    const after = await translate(tao, 'question:M02-p1', texts, question.revision);
    expect(after.body.fields.map(({ translation }: { translation: string }) => translation)).toEqual([
      'ອັນໃດ: ວິທີ?',
      'ການຕົວະ',
      'ການຂົນສົ່ງ',
      'ການຫຼອກລວງແມ່ນວິທີ',
    ]);
    expect(await draft.check(tao)).toMatchObject({ passes: true, counts: { warnings: 0 } });
  });

  test('is refused when somebody else wrote in the file, and shown what', async () => {
    const { draft, unit, translate } = await aTranslatedDraft();
    const { revision } = await unit(tao, 'case-wall');
    await draft.edit(admin, lao, 'ອ່ານບັດ.', 'ອ່ານບັດ!');
    const { status, body } = await translate(tao, 'case-wall', { text: 'ໃໝ່' }, revision);
    expect([status, body.code]).toEqual([409, 'draft.file_changed']);
    expect(body.params.text).toContain('ອ່ານບັດ!');
  });

  test.each([
    ['text that would close its block', 'case-wall', 'draft.translation_refused', { text: 'ກ\n:::\nຂ' }],
    ['a text that the English does not have', 'nothing', 'draft.unit_missing', { text: 'ກ' }],
    ['a part that the question does not have', 'question:M02-p1', 'draft.question_missing', { 'options.z': 'ກ' }],
  ])('%s is refused', async (_name, unit, code, texts) => {
    const { draft, translate } = await aTranslatedDraft();
    const path = unit.startsWith('question') ? bank : lao;
    const { revision } = await draft.file(tao, path);
    expect((await translate(tao, unit, texts as unknown as Record<string, string>, revision)).body.code).toBe(code);
  });
});

test('a curriculum that requires its Lao to be current is not published before it is', async () => {
  const draft = await aDraft(tao, {
    'curriculum.yaml': ['lo: { state: draft }', 'lo: { state: draft, require: current }'],
  });
  const { body } = await admin.post(`${draft.url}/publish`, { version: '0.1.0', why: 'x' });
  expect([body.code, body.errors.map(({ code }: { code: string }) => code).sort()]).toEqual([
    'draft.faulty',
    ['translation.incomplete', 'translation.outdated'],
  ]);
  expect(await aVersion(khou, admin)).toEqual(expect.any(String));
});
