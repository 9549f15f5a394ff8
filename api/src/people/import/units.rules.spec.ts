import { expect, it } from '@jest/globals';
import { unitFinder } from './units.rules.js';

const unit = (code: string, nameLo: string, nameEn: string, ...aliases: string[]) => ({
  id: code,
  code,
  nameLo,
  nameEn,
  aliases,
  closedOn: null,
});
const find = unitFinder([
  unit('CP-VANGTAO', 'ດ່ານສາກົນວັງເຕົ່າ', 'Vang Tao', 'Vangtao'),
  unit('CP-BOTEN', 'ດ່ານສາກົນບໍ່ເຕນ', 'Boten (road)', 'Botene'),
  unit('CP-BOTEN-RAIL', 'ສະຖານີລົດໄຟບໍ່ເຕນ', 'Boten (railway)'),
  unit('CP-NAMPHAO', 'ດ່ານສາກົນນ້ຳພາວ', 'Nam Phao'),
]);

it.each([
  ['cp-vangtao', 'CP-VANGTAO'],
  ['ວັງເຕົ່າ', 'CP-VANGTAO'],
  ['ດ່ານ ວັງເຕົ່າ', 'CP-VANGTAO'],
  ['VANG TAO', 'CP-VANGTAO'],
  ['ດ່ານສາກົນນໍ້າພາວ', 'CP-NAMPHAO'],
  ['Botene', 'CP-BOTEN'],
  ['Boten (road)', 'CP-BOTEN'],
  ['ສະຖານີ ບໍ່ເຕນ', 'ambiguous'],
  ['ສະຖານີລົດໄຟບໍ່ເຕນ', 'CP-BOTEN-RAIL'],
  ['Boten', 'ambiguous'],
  ['ດ່ານ', 'unknown'],
  ['Elsewhere', 'unknown'],
])('"%s" is %s', (text, expected) => {
  const found = find(text);
  expect(typeof found === 'string' ? found : found.code).toBe(expected);
});
