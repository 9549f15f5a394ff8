import type { Translated } from '../catalog.js';
import type { en } from './comparison.en.js';

export const lo: Translated<typeof en> = {
  compare: 'ປຽບທຽບ',
  compareWith: 'ປຽບທຽບກັບ',
  title: (from, to) => `ຈາກສະບັບ ${from} ຫາ ${to}`,
  dates: (from, to) => `ເຜີຍແຜ່ວັນທີ ${from} ແລະ ${to}`,
  backToVersion: 'ສະບັບ',
  same: 'ບໍ່ມີຫຍັງປ່ຽນ',
  sameText: 'ທັງສອງຄືກັນທຸກຕົວອັກສອນ.',
  whatItIs: 'ການປ່ຽນແປງແມ່ນຫຍັງ',
  reprint: 'ຕ້ອງພິມໃໝ່',
  noReprint: 'ບໍ່ມີ: ສິ່ງທີ່ພິມແລ້ວຍັງຖືກຕ້ອງ.',
  marks: 'ຄະແນນທີ່ອາດຕ່າງກັນ',
  noMarks: 'ບໍ່ມີ: ຄຳຕອບດຽວກັນໄດ້ຄະແນນເທົ່າກັນ.',
  marksText: 'ຄຳຕອບດຽວກັນອາດໄດ້ຄະແນນຕ່າງກັນໃນ:',
  whole: 'ທັງຊຸດຝຶກອົບຮົມ',
  showLanguage: 'ພາສາ',
  bothLanguages: 'ທັງສອງພາສາ',
  showClass: 'ປະເພດ',
  allClasses: 'ທັງໝົດ',
  onlySeen: 'ສະເພາະສິ່ງທີ່ຜູ້ເຂົ້າຮ່ວມເຫັນ',
  jump: 'ໂມດູນທີ່ປ່ຽນ',
  nothingOfThis: 'ບໍ່ມີການປ່ຽນແປງປະເພດນີ້',
  texts: (n) => `${n} ເນື້ອໃນ`,
};
