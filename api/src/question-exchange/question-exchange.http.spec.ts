import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aDraft, bank, type Drafting } from '../authoring/draft.fixture.js';

let khou: App;
let tao: Caller;
let draft: Drafting;

beforeAll(async () => {
  khou = await anApp();
  tao = await khou.signedIn(['trainer']);
  draft = await aDraft(tao);
});
afterAll(() => khou.close());

const query = (format: string, locale = 'en') => `path=${encodeURIComponent(bank)}&format=${format}&locale=${locale}`;
const exported = async (format: string, locale?: string) =>
  (await tao.get(`${draft.url}/questions/export?${query(format, locale)}`)).body;

function imported(format: string, text: string, more: object = {}) {
  return tao.post(`${draft.url}/questions/import`, {
    path: bank,
    format,
    text,
    objective: 'M02.1',
    revision: 0,
    ...more,
  });
}

describe.each(['gift', 'moodle'])('questions as %s', (format) => {
  test('go out and come back as what they were', async () => {
    const { text, count, left, name } = await exported(format);
    expect([count, left]).toEqual([4, []]);
    expect(name).toMatch(/^M02-en\./);
    const { body } = await imported(format, text);
    expect(body.questions.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(4).fill('replaces'));
    expect(body.saved).toBeNull();
  });

  test('written back unchanged, the file says the same', async () => {
    const before = await tao.get(`${draft.url}/questions?path=${encodeURIComponent(bank)}`);
    const { text } = await exported(format);
    const { revision } = await draft.file(tao, bank);
    const { status, body } = await imported(format, text, { revision, confirm: true });
    expect([status, body.saved?.path]).toEqual([200, bank]);
    const after = await tao.get(`${draft.url}/questions?path=${encodeURIComponent(bank)}`);
    const plain = (questions: object[]) =>
      questions.map((question) =>
        JSON.parse(
          JSON.stringify(question, (key, value) => (key === 'correct' && value === false ? undefined : value)),
        ),
      );
    expect(plain(after.body.questions)).toEqual(plain(before.body.questions));
  });
});

test('a new question gets an id of the module, a changed one keeps its other language', async () => {
  const { revision } = await draft.file(tao, bank);
  const text = `Is it new? {TRUE}

// [id:M02-g1]
::M02-g1:: Under which age is a person a child? {#18}`;
  const { body } = await imported('gift', text, { revision, confirm: true });
  expect(body.questions).toMatchObject([
    { id: 'M02-i1', verdict: 'new', notes: ['rationale-missing', 'objective-missing'] },
    { id: 'M02-g1', verdict: 'replaces' },
  ]);
  const { body: list } = await tao.get(`${draft.url}/questions?path=${encodeURIComponent(bank)}`);
  const changed = list.questions.find(({ id }: { id: string }) => id === 'M02-g1');
  expect(changed).toMatchObject({
    prompt: { en: 'Under which age is a person a child?', lo: 'ເດັກແມ່ນອາຍຸຕ່ຳກວ່າຈັກປີ?' },
    rationale: { en: 'OSPREY: Article 3.' },
  });
  expect(list.questions.at(-1)).toMatchObject({ id: 'M02-i1', use: 'graded', objective: 'M02.1' });
});

test('a Lao file brings the words and leaves the key', async () => {
  const { revision } = await draft.file(tao, bank);
  const text = '// [id:M02-g1]\n::M02-g1:: ອາຍຸຕໍ່າກວ່າຈັກປີ? {#99}';
  const { body } = await imported('gift', text, { revision, confirm: true, locale: 'lo' });
  expect(body.questions).toMatchObject([{ id: 'M02-g1', verdict: 'translates' }]);
  const { body: list } = await tao.get(`${draft.url}/questions?path=${encodeURIComponent(bank)}`);
  const changed = list.questions.find(({ id }: { id: string }) => id === 'M02-g1');
  expect(changed.prompt.lo).toBe('ອາຍຸຕໍ່າກວ່າຈັກປີ?');
  expect(changed.answer.value).toBe(18);
});

test('entries with one id are taken once, and one without an id takes none that the file names', async () => {
  const text = `Has it no id? {TRUE}

// [id:M02-i2]
::M02-i2:: Is it the first of its id? {TRUE}

// [id:M02-i2]
::M02-i2:: Is it the second? {FALSE}`;
  const { body } = await imported('gift', text);
  expect(body.questions).toMatchObject([{ id: 'M02-i3' }, { id: 'M02-i2', prompt: 'Is it the first of its id?' }]);
  expect(body.left).toEqual([{ name: 'M02-i2', reason: 'id-twice' }]);
});

test('a module without questions gets its file', async () => {
  const empty = await aDraft(tao, { [bank]: null });
  const asked = { path: bank, format: 'gift', text: 'Is it new? {TRUE}', objective: 'M02.1', confirm: true };
  const answer = await tao.post(`${empty.url}/questions/import`, { ...asked, revision: null });
  expect([answer.status, answer.body.saved?.path]).toEqual([200, bank]);
  expect((await empty.file(tao, bank)).text).toContain('Is it new?');
});

test('a module that cannot be read says where', async () => {
  const broken = await aDraft(tao, { [bank]: ['level: understand', 'level: guess'] });
  const answer = await tao.get(`${broken.url}/questions/export?${query('gift')}`);
  expect(answer).toMatchObject({ status: 409, body: { code: 'draft.module_broken', params: { path: bank, line: 6 } } });
});

test('what is no such file, a file that moved on, and a stranger are refused', async () => {
  expect((await imported('moodle', '<html/>')).body.code).toBe('draft.questions_unreadable');
  expect((await imported('gift', 'x {T}', { revision: 0, confirm: true })).body.code).toBe('draft.file_changed');
  const trainee = await khou.signedIn(['trainee']);
  expect((await trainee.get(`${draft.url}/questions/export?${query('gift')}`)).status).toBe(403);
});
