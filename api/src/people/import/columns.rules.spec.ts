import { describe, expect, it } from '@jest/globals';
import { fieldOf, headerRow, headings, importFields, proposedFields } from './columns.rules.js';

describe('a heading', () => {
  it.each([
    ['ລະຫັດພະນັກງານ', 'serviceNumber'],
    ['ເພດ / Sex *', 'sex'],
    ['Given name (Lao)', 'givenNameLo'],
    ['ຊື່ (ອັງກິດ)', 'givenNameEn'],
    ['ນາມສະກຸນ', 'familyNameLo'],
    ['ຊື່ ແລະ ນາມສະກຸນ', 'fullNameLo'],
    ['ຕໍາແຫນ່ງ', 'position'],
    ['DATE OF BIRTH', 'birthYear'],
    ['ດ່ານ (Checkpoint)', 'unit'],
    ['ລ/ດ', null],
    ['Remarks', null],
    ['', null],
  ])('"%s" means %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field);
  });

  it('means one field, never two', () => {
    for (const field of importFields)
      for (const text of [...headings[field].lo, ...headings[field].en])
        expect([text, fieldOf(text)]).toEqual([text, field]);
  });
});

describe('a row of headings', () => {
  it('gives each field to one column', () => {
    expect(proposedFields(['No.', 'Name', 'Full name', 'Phone', 'Mobile'])).toEqual([
      null,
      'fullNameLo',
      null,
      'phone',
      null,
    ]);
  });

  it('takes a lonely given name for the whole name', () => {
    expect(proposedFields(['ຊື່', 'ເພດ'])).toEqual(['fullNameLo', 'sex']);
    expect(proposedFields(['ຊື່', 'ນາມສະກຸນ'])).toEqual(['givenNameLo', 'familyNameLo']);
  });

  it('is found below a letterhead', () => {
    const table = [
      ['ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ'],
      [''],
      ['ລາຍຊື່', '', ''],
      ['ລ/ດ', 'ຊື່', 'ດ່ານ'],
      ['1', 'ຄຳ', 'CP-FB1'],
    ];
    expect(headerRow(table)).toBe(3);
    expect(
      headerRow([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toBe(0);
  });
});
