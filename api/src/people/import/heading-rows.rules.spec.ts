import { describe, expect, it } from '@jest/globals';
import { proposedFields } from './columns.rules.js';
import { headingsOf } from './heading-rows.rules.js';

const read = (table: string[][]) => {
  const { headings, above } = headingsOf(table);
  return { fields: proposedFields(headings), first: table[above]?.[1] };
};

describe('the headings of a form', () => {
  it('stand in two rows where cells are merged', () => {
    const table = [
      ['ລາຍຊື່ພະນັກງານ', '', '', '', '', ''],
      ['ລ/ດ', 'ຊື່ ແລະ ນາມສະກຸນ', '', 'ເພດ', '', 'ດ່ານ'],
      ['', 'ລາວ', 'ອັງກິດ', 'ຍິງ', 'ຊາຍ', ''],
      ['1', 'ຄຳ ວົງ', 'Kham Vong', '✓', '', 'CP-FB1'],
    ];
    expect(headingsOf(table).headings[4]).toBe('ເພດ › ຊາຍ');
    expect(read(table)).toEqual({
      fields: [null, 'fullNameLo', 'fullNameEn', 'femaleTick', 'maleTick', 'unit'],
      first: 'ຄຳ ວົງ',
    });
  });

  it('may split a name below its own heading, and number the columns below that', () => {
    const table = [
      ['No', 'Name', '', 'Rank'],
      ['', 'Given name', 'Family name', ''],
      ['(1)', '(2)', '(3)', '(4)'],
      ['1', 'ຄຳ', 'ວົງ', 'ຮ້ອຍຕີ'],
    ];
    expect(read(table)).toEqual({ fields: [null, 'givenNameLo', 'familyNameLo', 'rank'], first: 'ຄຳ' });
  });

  it.each([
    ['one row, and a person below it', [['ລ/ດ', 'ຊື່', 'ດ່ານ'], ['1', 'ຄຳ', 'CP-FB1']]], // prettier-ignore
    ['a remark without a heading', [['ລ/ດ', 'ຊື່', 'ດ່ານ', ''], ['1', 'ຄຳ', 'CP-FB1', 'ໝາຍເຫດ']]], // prettier-ignore
    ['a person of whom little is known', [['ລ/ດ', 'ຊື່', 'ດ່ານ', 'ເບີໂທ'], ['', 'ຄຳ', '', '']]], // prettier-ignore
  ])('are one row where there is %s', (_, table) => {
    expect(headingsOf(table)).toEqual({ headings: table[0], above: 1 });
  });
});
