import type { ListedPerson } from './template.js';

const given = 'ສົມສັກ ບຸນມີ ຄຳແພງ ດວງໃຈ ແສງດາວ ພອນສຸກ ວິໄລ ໄຊຍະ ມະນີ ທອງໃບ ສຸພາ ຈັນທະ ອຸດອນ ນ້ອຍ ຫຼ້າ ເພັດ ແກ້ວ ບົວ ສີ ຕຸ້ຍ'.split(' ');
const family = 'ວົງສະຫວັນ ແກ້ວມະນີ ພົມມະຈັນ ສີສຸກ ອິນທະວົງ ໄຊຍະວົງ ພູມີ ລາດຊະວົງ ດາລາວົງ ທຳມະວົງ ສຸລິຍະ ບຸບຜາ ຈັນທະລາ ຫຼວງລາດ ວິໄລສັກ'.split(
  ' ',
);
const units = ['CP-FB1', 'CP-WATTAY', 'CP-THANALENG', 'CP-BOTEN', 'ດ່ານສາກົນວັງເຕົ່າ'];

/** A list of made-up officers; the numbers begin with `series`, so that two lists do not meet. */
export function aList(count: number, series: string): (ListedPerson & { unit: string })[] {
  return Array.from({ length: count }, (_, index) => ({
    serviceNumber: `${series}-${10_000 + index}`,
    givenNameLo: `${given[index % 20]}${given[Math.floor(index / 20) % 20]}`,
    familyNameLo: `${family[Math.floor(index / 400) % 15]}${family[(index * 7) % 15]}`,
    sex: index % 3 === 0 ? 'ຍິງ' : 'ຊາຍ',
    unit: units[index % units.length]!,
    phone: `020 5${String(index).padStart(7, '0')}`,
  }));
}
