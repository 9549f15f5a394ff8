import { describe, expect, it } from '@jest/globals';
import { nameKey, personSearchKey, splitName, withoutHonorific } from './names.rules.js';

describe('a Lao name', () => {
  it.each([
    ['ຄຳ', 'ຫຼວງນ້ຳ', 'ຄຳ', 'ຫລວງນໍ້າ'],
    ['ໝອນ', 'ເເກ້ວ', 'ຫມອນ', 'ແກ້ວ'],
    ['ສົມ ສັກ', 'ວົງ', 'ສົມ', 'ສັກວົງ'],
  ])('%s %s is the same as %s %s', (given, family, otherGiven, otherFamily) => {
    expect(nameKey({ givenNameLo: given, familyNameLo: family })).toBe(
      nameKey({ givenNameLo: otherGiven, familyNameLo: otherFamily }),
    );
  });

  it.each([
    ['ສົມສັກ ວົງສະຫວັນ', 'ສົມສັກ', 'ວົງສະຫວັນ'],
    ['  ບຸນມີ   ແກ້ວ  ມະນີ ', 'ບຸນມີ', 'ແກ້ວ ມະນີ'],
    ['ຄຳ', 'ຄຳ', null],
  ])('written in one, "%s" is %s and %s', (full, given, family) => {
    expect(splitName(full)).toEqual({ given, family });
  });

  it.each([
    ['ທ້າວ ສົມສັກ', 'ສົມສັກ', 'ທ້າວ', 'male'],
    ['ນາງ ຄຳ', 'ຄຳ', 'ນາງ', 'female'],
    ['ທ່ານ ນາງ ຄຳ', 'ຄຳ', 'ທ່ານ ນາງ', 'female'],
    ['ທ.ບຸນ', 'ບຸນ', 'ທ.', 'male'],
    ['ນາງສາວ ດາວ', 'ດາວ', 'ນາງສາວ', 'female'],
    ['ທ່ານ ຄຳ', 'ຄຳ', 'ທ່ານ', null],
    ['ນາງຄຳ', 'ນາງຄຳ', null, null],
  ])('"%s" is %s', (written, name, honorific, sex) => {
    expect(withoutHonorific(written)).toEqual({ name, honorific, sex });
  });

  it('is found with and without the space, by number and by phone', () => {
    const key = personSearchKey({
      givenNameLo: 'ສົມສັກ',
      familyNameLo: 'ວົງ',
      givenNameEn: 'Sômsak',
      familyNameEn: 'Vong',
      serviceNumber: '12-345',
      phone: '020 5512 3456',
    });
    for (const typed of ['ສົມສັກ ວົງ', 'ສົມສັກວົງ', 'somsak vong', '12-345', '12345', '02055123456'])
      expect(key).toContain(typed);
  });
});
