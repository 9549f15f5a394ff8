import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aDraft, bank, type Drafting, english, lao } from '../authoring/draft.fixture.js';

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

interface Facts {
  title: { en: string; lo: string };
  methods: { en: string; lo: string }[];
}

/** The facts of the module of a draft; `change` says what the form says otherwise than what stands there. */
const form = (draft: Drafting) => {
  const url = `${draft.url}/modules/${folder}/facts`;
  const read = async (who: Caller) => (await who.get(url)).body;
  const send = (who: Caller, facts: object, revisions: object) => who.put(url, { facts, revisions });
  const change = async (who: Caller, to: (facts: Facts) => object) => {
    const { facts, revisions } = await read(who);
    return send(who, { ...facts, ...to(facts) }, revisions);
  };
  return { read, send, change };
};

async function aForm(changes: Parameters<typeof aDraft>[1] = {}) {
  const draft = await aDraft(tao, changes);
  return { draft, ...form(draft) };
}

const objectives = (en: string, lo: string) => [{ id: 'M02.1', text: { en, lo } }];

describe('the facts of a module', () => {
  test('are those of both files, with what hangs on them', async () => {
    const { read } = await aForm();
    expect(await read(tao)).toMatchObject({
      folder,
      code: 'M02',
      revisions: { en: 1, lo: 1 },
      facts: {
        title: { en: 'Persons: act and means', lo: 'ບຸກຄົນ' },
        minutes: 30,
        objectives: objectives('Tell an act from a means', 'ຈຳແນກການກະທຳ'),
        methods: [{ en: 'short talk', lo: 'ບັນຍາຍສັ້ນ' }],
        materials: [{ en: 'cards', lo: 'ບັດ' }],
        sources: [{ id: 'tip-protocol', text: 'Protocol of 2000, Article 3' }],
        state: 'draft',
      },
      sectionMinutes: 30,
      stale: [],
      uses: [{ objective: 'M02.1', questions: expect.arrayContaining(['M02-p1', 'M02-g1']), blueprints: [] }],
      cited: [{ source: 'tip-protocol', times: 2 }],
      faults: [],
    });
  });

  test('come with what the check says of the front matter, and of nothing else', async () => {
    const { read } = await aForm({ [english]: ['minutes: 30', 'minutes: 31'], [bank]: ['use: graded', 'use: grade'] });
    const { faults, sectionMinutes } = await read(tao);
    expect([faults.map(({ code }: { code: string }) => code), sectionMinutes]).toEqual([['module.minutes'], 30]);
  });

  test.each([
    ['a module that is not there', '99-none', {}, 404, 'draft.module_missing'],
    ['front matter that is no YAML', folder, { [english]: ['code: M02', 'code: a: b'] }, 409, 'draft.yaml_broken'],
    ['entries that a form would lose', folder, { [english]: ['[short talk]', '[[a]]'] }, 409, 'draft.facts_unreadable'],
  ] as const)('are not read from %s', async (_name, module, changes, status, code) => {
    const draft = await aDraft(tao, changes as never);
    const { body, status: found } = await tao.get(`${draft.url}/modules/${module}/facts`);
    expect([found, body.code]).toEqual([status, code]);
  });

  test('are for authors', async () => {
    const { draft } = await aForm();
    const officer = await khou.signedIn(['trainee']);
    expect((await officer.get(`${draft.url}/modules/${folder}/facts`)).status).toBe(403);
  });
});

describe('saving them', () => {
  test('writes both files as one change, and nothing else in them', async () => {
    const { draft, change } = await aForm();
    const before = await Promise.all([draft.file(tao, english), draft.file(tao, lao)]);
    const { status, body } = await change(tao, () => ({
      minutes: 45,
      objectives: [...objectives('Tell an act', 'ຈຳແນກ'), { id: 'M02.2', text: { en: 'Name three', lo: '' } }],
    }));
    expect([status, body.revisions, body.facts.objectives.length]).toEqual([200, { en: 2, lo: 2 }, 2]);
    const after = await Promise.all([draft.file(tao, english), draft.file(tao, lao)]);
    expect(after.map(({ text }) => text)).toEqual([
      before[0].text
        .replace('minutes: 30', 'minutes: 45')
        .replace('text: Tell an act from a means }', 'text: Tell an act }\n  - { id: M02.2, text: "Name three" }'),
      before[1].text.replace('ຈຳແນກການກະທຳ', 'ຈຳແນກ'),
    ]);
    const history = await draft.history(tao);
    expect(history.filter(({ revision }: { revision: number }) => revision === 2)).toHaveLength(3);
  });

  test('without a change makes no new state', async () => {
    const { change } = await aForm();
    expect((await change(tao, () => ({}))).body.revisions).toEqual({ en: 1, lo: 1 });
  });

  test('makes the Lao file with its first Lao', async () => {
    const { draft, change, read } = await aForm({ [lao]: null as never });
    expect((await read(tao)).revisions).toEqual({ en: 1, lo: null });
    const { body } = await change(tao, ({ title }) => ({ title: { ...title, lo: 'ບຸກຄົນ' } }));
    expect(body.revisions).toEqual({ en: 1, lo: 2 });
    expect((await draft.file(tao, lao)).text).toBe('---\ntitle: "ບຸກຄົນ"\nstate: draft\n---\n');
  });

  test('is refused where somebody else changed either file, and says what stands there', async () => {
    const { draft, read, send } = await aForm();
    const { facts, revisions } = await read(tao);
    await draft.edit(admin, lao, 'ບຸກຄົນ', 'ຄົນ');
    const { status, body } = await send(tao, { ...facts, minutes: 45 }, revisions);
    expect([status, body.code, body.params.path]).toEqual([409, 'draft.file_changed', lao]);
    expect(body.params.text).toContain('title: ຄົນ');
    expect((await read(tao)).facts).toMatchObject({ minutes: 30, title: { lo: 'ຄົນ' } });
  });

  test('says at each field what cannot stand there, in both languages, and writes nothing', async () => {
    const { change, read } = await aForm();
    const { status, body } = await change(tao, () => ({ minutes: 0, objectives: objectives(' ', 'ຈຳແນກ') }));
    expect([status, body.code]).toEqual([422, 'draft.facts_refused']);
    expect(body.errors).toEqual([
      { path: 'minutes', code: 'facts.minutes', message: expect.any(String), sentence: expect.any(Object) },
      {
        path: 'objectives.0.text.en',
        code: 'facts.empty',
        message: 'This must not be empty.',
        sentence: { en: 'This must not be empty.', lo: 'ຊ່ອງນີ້ຫວ່າງບໍ່ໄດ້.' },
      },
    ]);
    expect((await read(tao)).revisions).toEqual({ en: 1, lo: 1 });
  });

  test('an objective stays while a question asks about it', async () => {
    const { change } = await aForm();
    const { status, body } = await change(tao, () => ({ objectives: [{ id: 'M02.2', text: { en: 'x', lo: '' } }] }));
    expect([status, body.code, body.params.id]).toEqual([409, 'draft.objective_used', 'M02.1']);
    expect(body.params.by).toContain('M02-p1');
  });

  test('a draft that was closed takes no more', async () => {
    const { draft, read, send } = await aForm();
    const { facts, revisions } = await read(tao);
    await tao.post(`${draft.url}/discard`, {});
    expect((await send(tao, facts, revisions)).body.code).toBe('draft.closed');
  });
});

describe('translations', () => {
  async function aTranslatedForm() {
    const made = await aForm();
    await tao.post(`${made.draft.url}/translations/record`, { module: folder });
    return made;
  }

  test('English that changes leaves its Lao out of date; Lao that is written here is up to date', async () => {
    const { change, draft } = await aTranslatedForm();
    const english = await change(tao, () => ({ objectives: objectives('Tell acts', 'ຈຳແນກການກະທຳ') }));
    expect(english.body.stale).toEqual(['objective:M02.1']);
    const lao = await change(tao, () => ({ objectives: objectives('Tell acts', 'ຈຳແນກ') }));
    expect(lao.body.stale).toEqual([]);
    const state = await tao.get(`${draft.url}/translations/unit?module=${folder}&unit=objective:M02.1`);
    expect(state.body.state).toBe('current');
    const { items } = (await tao.get(`${draft.url}/history?path=${encodeURIComponent(sidecar)}`)).body;
    expect(items[0].revision).toBe(lao.body.revisions.lo);
  });

  test('the English from before is kept for the translator', async () => {
    const { change, draft } = await aTranslatedForm();
    await change(tao, ({ title }) => ({ title: { ...title, en: 'People' } }));
    const unit = (await tao.get(`${draft.url}/translations/unit?module=${folder}&unit=title`)).body;
    expect([unit.state, unit.fields[0].oldSource, unit.fields[0].newSource]).toEqual([
      'stale',
      'Persons: act and means',
      'People',
    ]);
  });

  test('a line without Lao leaves its list out of date until it has some', async () => {
    const { change } = await aTranslatedForm();
    const added = await change(tao, ({ methods }) => ({ methods: [...methods, { en: 'role play', lo: '' }] }));
    expect([added.body.stale, added.body.facts.methods[1].lo, added.body.faults]).toEqual([
      ['methods'],
      '',
      expect.anything(),
    ]);
    const done = await change(tao, ({ methods }) => ({ methods: [methods[0], { en: 'role play', lo: 'ສະແດງ' }] }));
    expect(done.body.stale).toEqual([]);
  });
});
