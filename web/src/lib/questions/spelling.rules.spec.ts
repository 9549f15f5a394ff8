import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchKey } from '../../../../api/src/kernel/text.ts';
import { foundIn, spelling } from './spelling.rules.ts';

const texts = [
  'Labour  Migrants.',
  'Café-crème',
  'ແຮງງານ ເຄື່ອນຍ້າຍ',
  'ນ້ຳ',
  'ນໍ້າ',
  'ນໍາ້',
  'ຫນັງສື',
  'ໜັງສື',
  'ຫຼັກຖານ',
  'ຫລັກຖານ',
  'ເເຮງງານ',
  'ມື້\u200Bນີ້ ໑໘',
  'ກ່ີ',
];

test('the browser folds a spelling as the server does', () => {
  const onServer = (text: string) => searchKey(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  assert.deepEqual(texts.map(spelling), texts.map(onServer));
});

test('one writing of several is found, however it is divided', () => {
  const accepted = [['workers', 'labour migrants'], ['refugees'], ['ນັກທ່ອງທ່ຽວ']];
  const cases: readonly (readonly [string, string])[] = [
    ['Workers', 'yes no no'],
    ['workers and refugees', 'yes yes no'],
    ['refugees;  labour MIGRANTS', 'yes yes no'],
    ['ນັກທ່ອງທ່ຽວ ແລະ workers', 'yes no yes'],
    ['some workers', 'no no no'],
    ['', 'no no no'],
  ];
  for (const [written, expected] of cases)
    assert.equal(
      foundIn(written, accepted)
        .map((found) => (found ? 'yes' : 'no'))
        .join(' '),
      expected,
      written,
    );
});
