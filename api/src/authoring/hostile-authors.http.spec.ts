import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type App, type Caller, anApp } from '../../test/app.js';
import { openApiDocument } from '../http/openapi.js';
import { aDraft, bank, type Drafting, english, lao } from './draft.fixture.js';

let khou: App;
let admin: Caller;

beforeAll(async () => {
  khou = await anApp();
  admin = await khou.signedIn(['administrator']);
});
afterAll(() => khou.close());

const bomb = [
  'a: &a [x, x, x]',
  'b: &b [*a, *a, *a]',
  'c: &c [*b, *b, *b]',
  'questions: *c',
  'modules: *c',
  'code: *c',
].join('\n');
const question = {
  id: 'M02-g9',
  use: 'graded',
  type: 'true-false',
  objective: 'M02.1',
  level: 'remember',
  prompt: { en: 'Is it?' },
  answer: true,
  rationale: { en: 'It is.' },
};

/** Everything that is done with a draft. What it answers may be a refusal, with its code, and nothing worse. */
async function everythingWith(draft: Drafting): Promise<Answer[]> {
  const { url } = draft;
  const path = encodeURIComponent(bank);
  const revisionOf = async (file: string) => (await draft.file(admin, file))?.revision ?? 0;
  const idsOf = async () => {
    const { body } = await admin.get(`${url}/questions?path=${path}`);
    return (body.questions ?? []).map(({ id }: { id: unknown }) => String(id).slice(0, 60)).reverse();
  };
  return [
    await admin.get(url),
    await admin.get(`${url}/check`),
    await admin.get(`${url}/questions?path=${path}`),
    await admin.get(`${url}/questions/export?path=${path}&format=gift`),
    await admin.get(`${url}/translations`),
    await admin.get(`${url}/translations?module=02-persons`),
    await admin.get(`${url}/translations/unit?module=02-persons&unit=case-waiters`),
    await admin.get(`${url}/comparison`),
    await admin.get(`${url}/archive.zip`),
    await admin.get(`${url}/history?path=${path}`),
    await admin.put(`${url}/questions`, { path: bank, question, revision: await revisionOf(bank) }),
    await admin.put(`${url}/questions/order`, { path: bank, ids: await idsOf(), revision: await revisionOf(bank) }),
    await admin.delete(`${url}/questions?path=${path}&question=M02-g9&revision=${await revisionOf(bank)}`),
    await admin.post(`${url}/questions/import`, {
      path: bank,
      format: 'gift',
      text: 'Is it? {T}',
      objective: 'M02.1',
      revision: await revisionOf(bank),
      confirm: true,
    }),
    await admin.put(`${url}/translations/unit`, {
      module: '02-persons',
      unit: 'case-waiters',
      texts: { text: 'ກ', title: 'ຂ' },
      revision: await revisionOf(lao),
    }),
    await admin.post(`${url}/translations/record`, { module: '02-persons' }),
    await admin.post(`${url}/preview`, { path: english }),
    await admin.post(`${url}/modules`, { code: 'M09', folder: '09-new', titleEn: 'New', titleLo: null }),
    await admin.put(`${url}/modules`, { folders: ['09-new', '02-persons'] }),
    await admin.delete(`${url}/modules?folder=09-new`),
    await admin.post(`${url}/publish`, { version: '9.0.0', why: 'x' }),
  ];
}

const faultsOf = (answers: readonly Answer[]) =>
  answers.flatMap(({ status, text }, index) => (status >= 500 || status === 0 ? [`${index}: ${status} ${text}`] : []));

test('a draft that nobody means to break does everything', async () => {
  const answers = await everythingWith(await aDraft(admin));
  expect(answers.filter(({ status }) => status >= 400).map(({ text }) => text)).toEqual([]);
  await khou.drain();
});

describe('a draft with a file that is meant to break it', () => {
  test.each([
    ['a bomb of aliases as questions', bank, bomb],
    ['a bomb of aliases as outline', 'curriculum.yaml', bomb],
    ['a bomb of aliases as record of translation', 'modules/02-persons/translation.lo.yaml', bomb],
    ['a bomb of aliases as front matter', english, `---\n${bomb}\n---\n\n## A {#a minutes=10}\n\nx\n`],
    ['questions that are no list', bank, 'questions: { a: 1 }\n'],
    ['questions that are no questions', bank, 'questions: [1, null, [], { id: [] }, { id: { a: 1 } }]\n'],
    [
      'questions of the wrong shape',
      bank,
      'questions: [{ id: M02-p1, type: matching, rows: 5, choices: null, options: [1], accept: {} }]\n',
    ],
    [
      'an outline of the wrong shape',
      'curriculum.yaml',
      'modules: { a: 1 }\nagenda: [1, null]\nlanguages: []\ntitle: []\ncode: [x]\n',
    ],
    [
      'keys of objects in the outline',
      'curriculum.yaml',
      '__proto__: { code: x }\nconstructor: { prototype: {} }\ncode: sample\n',
    ],
    [
      'a record of prototypes',
      'modules/02-persons/translation.lo.yaml',
      'units: { __proto__: "000000000000", constructor: "000000000000" }\n',
    ],
    ['no outline', 'curriculum.yaml', ''],
    ['no YAML at all', bank, '\t- : [}{\u2028'],
    ['nothing but a document end', 'curriculum.yaml', '...\n---\n...\n'],
    ['escapes that no database keeps', bank, 'questions: [{ id: M02-p1, prompt: { en: "a\\0b\\ud800" } }]\n'],
  ])('answers everything, with %s', async (_name, path, text) => {
    const draft = await aDraft(admin);
    const before = await draft.file(admin, path);
    const saved = await draft.save(admin, path, text, before?.revision ?? null);
    expect([200, 422]).toContain(saved.status);
    expect(faultsOf(await everythingWith(draft))).toEqual([]);
    await khou.drain();
  });
});

describe('a question as JSON', () => {
  let draft: Drafting;
  let revision: number;
  beforeAll(async () => {
    draft = await aDraft(admin);
    revision = (await draft.file(admin, bank)).revision;
  });
  const put = (body: string) =>
    admin.send('PUT', `${draft.url}/questions`, { body, headers: { 'content-type': 'application/json' } });
  const withField = (field: string) =>
    `{"path":"${bank}","revision":${revision},"question":{"id":"M02-x","type":"single",${field}}}`;

  test.each([
    ['a prototype', '"__proto__":{"use":"graded"}', 'http.unreadable'],
    ['a prototype far inside', '"options":[{"__proto__":{"correct":true}}]', 'http.unreadable'],
    ['a null', '"prompt":{"en":"a\\u0000b"}', 'http.invalid_input'],
    ['half a character', '"prompt":{"en":"a\\ud800b"}', 'http.invalid_input'],
    ['a thousand levels', `"a":${'['.repeat(1_000)}${']'.repeat(1_000)}`, 'http.invalid_input'],
    ['too much of it', `"a":"${'x'.repeat(70_000)}"`, 'http.invalid_input'],
  ])('with %s is refused', async (_name, field, code) => {
    const { status, body } = await put(withField(field));
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
  });

  test('changed nothing', async () => expect((await draft.file(admin, bank)).revision).toBe(revision));
});

describe('questions of another program', () => {
  test.each([
    ['eighty thousand of them', 'gift', 'a{T}\n\n'.repeat(80_000), 'draft.too_large'],
    [
      'with a document type',
      'moodle',
      '<!DOCTYPE quiz [<!ENTITY x "y">]><quiz>&x;</quiz>',
      'draft.questions_unreadable',
    ],
    ['with prototypes', 'moodle', '<quiz><__proto__/></quiz>', 'draft.questions_unreadable'],
    ['that are marks on one letter', 'gift', `a${'\u0301'.repeat(90_000)}{T}`, 'draft.too_deep'],
  ])('are refused: %s', async (_name, format, text, code) => {
    const draft = await aDraft(admin);
    const { revision } = await draft.file(admin, bank);
    const { status, body } = await admin.post(`${draft.url}/questions/import`, {
      path: bank,
      format,
      text,
      objective: 'M02.1',
      revision,
      confirm: true,
    });
    expect([status, body.code]).toEqual([422, code]);
    expect((await draft.file(admin, bank)).revision).toBe(revision);
  });
});

test('no address of the program fails of a null, half a character or a word that objects know', async () => {
  const { paths } = (await openApiDocument(khou.app)) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  };
  const draft = await aDraft(admin);
  const wrong: string[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    const { get } = methods;
    if (get === undefined || path.endsWith('/progress')) continue;
    for (const word of ['%00', '%ED%A0%80', '__proto__', 'constructor', '%27%22%3B--', '..%2F..%2Fx', '%E0%BA'])
      for (const { name } of get.parameters ?? []) {
        const filled = path.replace(/\{(\w+)\}/g, (_all, key: string) =>
          key === name ? word : key === 'id' ? draft.id : 'constructor',
        );
        const needed = (get.parameters ?? []).filter((one) => one.in === 'query');
        const query = needed.map((one) => `${one.name}=${one.name === name ? word : 'gift'}`).join('&');
        for (const url of [`${filled}?${query}`, `${filled}?${name}=${word}`]) {
          const { status, text } = await admin.get(url);
          if (status >= 500 && !path.startsWith('/health')) wrong.push(`${url}: ${status} ${text}`);
        }
      }
  }
  expect(wrong).toEqual([]);
}, 60_000);
