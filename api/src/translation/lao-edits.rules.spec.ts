import { describe, expect, test } from '@jest/globals';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { checkCurriculum, type Module, readModule, unitsOf } from '../format/index.js';
import { withLao } from './lao-edits.rules.js';

const file = 'modules/02-persons/module.lo.md';

function parts(changes: Record<string, Change> = {}) {
  const source = aCurriculum(changes);
  const { module } = readModule(source, '02-persons', true);
  return { module: module!, text: source.texts.get(file) ?? null };
}

function translate(unit: string, lao: Record<string, string>, changes: Record<string, Change> = {}) {
  const { module, text } = parts(changes);
  const found = unitsOf(module).find(({ id }) => id === unit)!;
  return { before: text ?? '', edit: withLao(text, module, found, new Map(Object.entries(lao))) };
}

/** What the file says afterwards of a unit, as the program reads it. */
function after(unit: string, lao: Record<string, string>, changes: Record<string, Change> = {}) {
  const { edit, before } = translate(unit, lao, changes);
  if (!('text' in edit)) throw new Error(JSON.stringify(edit));
  const { curriculum, faults } = checkCurriculum(aCurriculum({ ...changes, [file]: edit.text }));
  const module: Module =
    curriculum?.modules[0] ?? readModule(aCurriculum({ ...changes, [file]: edit.text }), '02-persons', true).module!;
  const read = unitsOf(module).find(({ id }) => id === unit)!;
  return {
    fields: Object.fromEntries(read.fields.map(({ name, lo }) => [name, lo])),
    gone: before.split('\n').filter((line) => !edit.text.split('\n').includes(line)),
    come: edit.text.split('\n').filter((line) => !before.split('\n').includes(line)),
    errors: faults.filter(({ severity }) => severity === 'error').map(({ code, line }) => `${code}:${line}`),
    text: edit.text,
  };
}

describe('Lao over Lao', () => {
  test.each<[string, string, Record<string, string>, string[], string[]]>([
    ['the title', 'title', { text: 'ບຸກຄົນ: ໃໝ່' }, ['title: ບຸກຄົນ'], ['title: "ບຸກຄົນ: ໃໝ່"']],
    ['a run of text', 'text:kingfisher-notes', { text: 'ໃໝ່ໝົດ.\n\nສອງວັກ.' }, ['ແລ້ວກຸ່ມສືບຕໍ່.'], ['ໃໝ່ໝົດ.', 'ສອງວັກ.']],
    ['a heading', 'section:cases', { text: 'ກໍລະນີຕ່າງໆ' }, ['## ກໍລະນີ {#cases}'], ['## ກໍລະນີຕ່າງໆ {#cases}']],
    [
      'a block with its title',
      'case-wall',
      { title: 'ຝາ "ໃໝ່"', text: 'ອ່ານ.' },
      [':::activity{#case-wall title="ຝາກໍລະນີ"}', 'ອ່ານບັດ.'],
      [':::activity{#case-wall title="ຝາ &quot;ໃໝ່&quot;"}', 'ອ່ານ.'],
    ],
  ])('%s: only its own lines change', (_name, unit, lao, gone, come) => {
    expect(after(unit, lao)).toMatchObject({ fields: lao, gone, come, errors: [] });
  });

  test('an objective keeps the order of the English', () => {
    expect(after('objective:M02.1', { text: 'ຈຳແນກ' })).toMatchObject({ fields: { text: 'ຈຳແນກ' }, errors: [] });
  });
});

describe('Lao where there was none', () => {
  test('a block goes between its neighbours', () => {
    const { text, errors, fields } = after('case-waiters', { title: 'ສິບຄົນ', text: 'ກໍລະນີສົມມຸດ.' });
    expect([errors, fields]).toEqual([[], { title: 'ສິບຄົນ', text: 'ກໍລະນີສົມມຸດ.' }]);
    expect(text.match(/#[a-z-]+|id=\S+(?=})/g)).toEqual([
      '#why',
      '#kingfisher-notes',
      '#cases',
      '#case-wall',
      '#case-waiters',
      'id=M02-p1',
      '#k-consent',
    ]);
    expect(text).not.toMatch(/\n\n\n/);
  });

  test('text behind a block that nobody translated finds its place, and the block stays untranslated', () => {
    const without: Record<string, Change> = {
      [file]: [':::trainer{#kingfisher-notes}\nເວົ້າ ນົກກະຍາງ ຊ້າໆ.\n:::\n\nແລ້ວກຸ່ມສືບຕໍ່.\n', ''],
    };
    const { fields, errors, text } = after('text:kingfisher-notes', { text: 'ຕໍ່ໄປ.' }, without);
    expect([fields, errors]).toEqual([{ text: 'ຕໍ່ໄປ.' }, []]);
    expect(text).toContain(':::trainer{#kingfisher-notes}\n:::\n\nຕໍ່ໄປ.');
  });

  test('a whole file and a whole section are begun with their first text', () => {
    const { fields, errors, text } = after('k-consent', { text: 'ການຍິນຍອມ.' }, { [file]: null });
    expect([fields, errors]).toEqual([{ text: 'ການຍິນຍອມ.' }, []]);
    expect(text).toContain('## Cases {#cases}\n\n::question{id=M02-p1}\n\n:::key-message{#k-consent}');
    const first = after('section:why', { text: 'ເປັນຫຍັງ' }, { [file]: `${text}` });
    expect([first.fields, first.errors]).toEqual([{ text: 'ເປັນຫຍັງ' }, []]);
    expect(first.text.indexOf('{#why}')).toBeLessThan(first.text.indexOf('{#cases}'));
  });
});

describe('Lao is refused', () => {
  test.each([
    ['when it would close its block', 'case-wall', { text: 'ອ່ານ\n:::\nໃຫ້ທຸກຄົນ' }],
    ['when it would begin a section', 'case-wall', { text: '## ໃໝ່ {#new}' }],
    ['when it would begin a block', 'text:why', { text: 'ກ\n\n:::trainer{#kingfisher-notes}\nຂ\n:::' }],
    ['when a heading would lose its id', 'section:cases', { text: 'ກໍລະນີ {#other}' }],
    ['when a title would begin another attribute', 'section:cases', { text: 'ກ\n## ຂ {#x}' }],
  ])('%s', (_name, unit, lao) => {
    expect(translate(unit, lao as unknown as Record<string, string>).edit).toEqual({ refused: true });
  });
});

test('an empty text takes the translation away and leaves the rest', () => {
  const { text, errors } = after('k-consent', { text: '' });
  expect(text).not.toContain('k-consent');
  expect(errors).toEqual([]);
  expect(after('title', { text: '' }).fields).toEqual({ text: null });
});
