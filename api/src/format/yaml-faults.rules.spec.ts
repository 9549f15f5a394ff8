import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readYaml } from './yaml.rules.js';
import { word } from './words.shapes.js';
import { wordForms } from './word-forms.rules.js';

const shape = z.strictObject({
  text: word(5).optional(),
  code: z
    .string()
    .regex(/^[A-Z]$/, wordForms.code.en)
    .optional(),
  days: z.int().min(1).max(30).optional(),
  state: z.enum(['draft', 'complete', 'reviewed']).optional(),
  kind: z.literal('module').optional(),
  list: z.array(z.number()).min(2).max(3).optional(),
  answer: z.boolean().optional(),
  group: z.strictObject({ en: word(5) }).optional(),
  other: z.string().regex(/^x$/).optional(),
});

const only = (text: string) => {
  const { faults } = readYaml('curriculum.yaml', text, shape);
  expect(faults).toHaveLength(1);
  return faults[0]!;
};

test.each([
  ['text: [a]', 'field.type', 'must be a text', 'ຕ້ອງເປັນຂໍ້ຄວາມ'],
  ['text: ""', 'field.empty', 'must not be empty', 'ຫວ່າງບໍ່ໄດ້'],
  ['text: too long', 'field.too-long', 'at most 5 characters', 'ບໍ່ເກີນ 5 ຕົວອັກສອນ'],
  ['text: "a\\u0007"', 'field.form', 'without invisible control characters', 'ເບິ່ງບໍ່ເຫັນ'],
  ['code: x', 'field.form', 'capital letters and digits, such as M02', 'ຕົວພິມໃຫຍ່ ແລະ ຕົວເລກ ເຊັ່ນ M02'],
  ['days: 1.5', 'field.type', 'a whole number', 'ຈຳນວນເຕັມ'],
  ['days: 0', 'field.too-small', 'at least 1', 'ບໍ່ຕ່ຳກວ່າ 1'],
  ['days: 31', 'field.too-large', 'at most 30', 'ບໍ່ເກີນ 30'],
  ['state: new', 'field.choice', 'draft, complete or reviewed', 'draft, complete ຫຼື reviewed'],
  ['kind: test', 'field.choice', 'must be module', 'ຕ້ອງແມ່ນ module'],
  ['list: [1]', 'field.too-few', 'at least 2 entries', 'ຢ່າງໜ້ອຍ 2 ລາຍການ'],
  ['list: [1, 2, 3, 4]', 'field.too-many', 'at most 3 entries', 'ບໍ່ເກີນ 3 ລາຍການ'],
  ['answer: yes', 'field.type', 'true or false', 'true ຫຼື false'],
  ['group: {}', 'field.missing', '“group.en” is missing', 'ບໍ່ມີ “group.en”'],
  ['wrong: 1', 'field.unknown', '“wrong” is not a field', '“wrong” ບໍ່ແມ່ນ'],
  ['group: { en: a, b }', 'field.torn', '“b” is not a field', '“b” ບໍ່ແມ່ນ'],
  ['- a list', 'field.type', '“the file” must be a group of fields', '“ໄຟລ໌ນີ້” ຕ້ອງເປັນກຸ່ມ'],
])('“%s” is %s, in both languages', (text, code, en, lo) => {
  expect(only(text)).toMatchObject({
    code,
    sentence: { en: expect.stringContaining(en), lo: expect.stringContaining(lo) },
    detail: null,
  });
});

test('what a library says is quoted beside our sentence, not put into it', () => {
  expect(only('other: y')).toMatchObject({
    code: 'field.wrong',
    sentence: { en: '“other” is not understood.', lo: 'ບໍ່ເຂົ້າໃຈ “other”.' },
    detail: expect.stringContaining('Invalid string'),
  });
});

test.each([
  ['text: "a', 'a sign is missing', 'ຂາດເຄື່ອງໝາຍ', 'Missing closing "quote'],
  ['text: a: b', 'two fields', 'ສອງຊ່ອງຂໍ້ມູນ', 'Nested mappings are not allowed in compact mappings'],
  ['text: @a', 'begins with a character', 'ເລີ່ມດ້ວຍເຄື່ອງໝາຍ', 'Plain value cannot start with reserved character @'],
  ['text: "\\q"', 'a backslash', '\\ ຢູ່ໜ້າ', 'Invalid escape sequence \\q'],
  ['group:\n\ten: a', 'a tab', 'ແທັບ', null],
  ['text: a\ntext: b', 'the same field', 'ຊ່ອງຂໍ້ມູນດຽວກັນ', null],
  ['text: &a x\ncode: *a', 'an alias', 'ອ້າງອີງ', null],
  ['text: a\n---\ntext: b', 'a second document', 'ເອກະສານທີສອງ', null],
])('broken YAML such as %j is told by what is wrong with it', (text, en, lo, detail) => {
  expect(only(text)).toMatchObject({
    code: 'yaml.broken',
    sentence: { en: expect.stringContaining(en), lo: expect.stringContaining(lo) },
    detail,
  });
});
