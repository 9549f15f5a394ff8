import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anApp, type App, type Caller } from '../../test/app.js';
import { aDraft, bank } from './draft.fixture.js';

let khou: App;
let tao: Caller;

beforeAll(async () => {
  khou = await anApp();
  tao = await khou.signedIn(['trainer']);
});
afterAll(() => khou.close());

const preTest = {
  list: 'tests',
  code: 'pre-test',
  purpose: 'pre-test',
  titleEn: 'Pre-test: "before"',
  titleLo: 'ກ່ອນຮຽນ',
};
const kinds = [
  preTest,
  { list: 'rubrics', code: 'teach-back', titleEn: 'Teach-back', titleLo: 'ທົດລອງສອນ' },
  { list: 'surveys', code: 'reaction', titleEn: 'Your view', titleLo: 'ຄວາມເຫັນ' },
];

describe('a new file of a list', () => {
  test.each(kinds)('is there with its $list entry, and the draft still passes its check', async (input) => {
    const own = await aDraft(tao, { 'curriculum.yaml': ['days: 1', 'days: 1 # one only'] });
    const url = `${own.url}/listed-files`;
    const { status, body } = await tao.post(url, input);
    expect([status, body.path]).toEqual([201, 'curriculum.yaml']);
    expect(body.text).toContain('days: 1 # one only');
    expect(body.text).toMatch(new RegExp(`^${input.list}: \\[.*\\b${input.code}\\b.*\\]$`, 'm'));
    expect(await own.check(tao)).toMatchObject({ passes: true });
    const path = `${input.list}/${input.code}.yaml`;
    const { revision } = await own.file(tao, path);
    expect((await own.history(tao, path)).map(({ kind }: { kind: string }) => kind)).toEqual(['text']);
    const again = await tao.post(url, input);
    expect([again.status, again.body.code]).toEqual([409, 'draft.file_exists']);

    const removal = `${url}?list=${input.list}&code=${input.code}`;
    expect((await tao.delete(`${removal}&revision=${revision - 1}`)).body.code).toBe('draft.file_changed');
    const gone = await tao.delete(`${removal}&revision=${revision}`);
    expect([gone.status, gone.body.text.includes(input.code)]).toEqual([200, false]);
    expect(await own.check(tao)).toMatchObject({ passes: true });
    expect((await own.history(tao, path)).map(({ kind }: { kind: string }) => kind)).toEqual(['removed', 'text']);
    expect((await tao.delete(removal)).body.code).toBe('draft.file_missing');
  });

  test('a test goes on the agenda: a pre-test before the first module, another behind the last, before the closing', async () => {
    const closing = '  - { kind: closing, minutes: 5, title: { en: Closing, lo: ປິດ } }\nrules:';
    const own = await aDraft(tao, { 'curriculum.yaml': ['rules:', closing] });
    await tao.post(`${own.url}/listed-files`, preTest);
    const late = { ...preTest, code: 'late-test', purpose: 'post-test' };
    const { body } = await tao.post(`${own.url}/listed-files`, late);
    const places = ['opening', 'pre-test }', 'M02 }', 'post-test, minutes', 'late-test }', 'closing'].map((word) =>
      body.text.indexOf(word, body.text.indexOf('agenda:')),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect((await own.file(tao, 'tests/late-test.yaml')).text).toContain('{ module: M02, count: 1 }');
  });

  test('a blueprint takes what both forms hold, and a test can be a form of it', async () => {
    const own = await aDraft(tao);
    const { text } = await own.file(tao, bank);
    for (const [id, form] of [
      ['M02-g1', 'A'],
      ['M02-g2', 'B'],
    ])
      await own.edit(tao, bank, `id: ${id}\n`, `id: ${id}\n    form: ${form}\n`);
    expect(text).not.toContain('form:');
    await tao.post(`${own.url}/listed-files`, { list: 'blueprints', code: 'main' });
    expect((await own.file(tao, 'blueprints/main.yaml')).text).toBe(
      'code: main\ncells:\n  - { objective: M02.1, count: 1 }\n',
    );
    await tao.post(`${own.url}/listed-files`, { ...preTest, blueprint: 'main' });
    expect((await own.file(tao, 'tests/pre-test.yaml')).text).toContain('\nblueprint: main\n');
    expect(await own.check(tao)).toMatchObject({ passes: true });
  });

  test('what the draft does not hold yet is said by the check, at the place to be filled in', async () => {
    const own = await aDraft(tao);
    await tao.post(`${own.url}/listed-files`, { list: 'blueprints', code: 'main' });
    expect((await own.check(tao)).faults).toContainEqual(
      expect.objectContaining({ code: 'blueprint.too-few', file: 'blueprints/main.yaml', line: 3 }),
    );
  });

  test('needs a name that a file can have', async () => {
    const own = await aDraft(tao);
    for (const code of ['Pre Test', '../x', ''])
      expect((await tao.post(`${own.url}/listed-files`, { ...preTest, code })).status).toBe(422);
  });
});

test('somebody who is no author adds and removes nothing', async () => {
  const own = await aDraft(tao);
  const who = await khou.signedIn(['trainee']);
  expect((await who.post(`${own.url}/listed-files`, preTest)).status).toBe(403);
  expect((await who.delete(`${own.url}/listed-files?list=tests&code=post-test&revision=1`)).status).toBe(403);
});
