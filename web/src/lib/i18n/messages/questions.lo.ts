import type { Translated } from '../catalog.js';
import type { en } from './questions.en.js';

export const lo: Translated<typeof en> = {
  yourAnswer: 'ຄຳຕອບຂອງທ່ານ',
  noAnswer: 'ບໍ່ໄດ້ຕອບ',
  rightAnswer: 'ຄຳຕອບທີ່ຖືກ',
  withTolerance: (value, tolerance) => `${value} (ບວກລົບ ${tolerance})`,

  match: 'ເລືອກສິ່ງທີ່ຄູ່ກັບແຕ່ລະແຖວ. ຕົວເລືອກໜຶ່ງອາດຄູ່ກັບຫຼາຍແຖວ ຫຼື ບໍ່ຄູ່ກັບແຖວໃດ.',
  chooseMatch: 'ເລືອກ',
  or: 'ຫຼື',

  order: 'ຈັດລຽງຂັ້ນຕອນຕາມລຳດັບ, ຂັ້ນຕອນທຳອິດຢູ່ເທິງສຸດ.',
  up: (step) => `ຍ້າຍຂຶ້ນ: ${step}`,
  down: (step) => `ຍ້າຍລົງ: ${step}`,
  movedTo: (step, n, all) => `${step}: ດຽວນີ້ຢູ່ລຳດັບທີ ${n} ຈາກ ${all}`,
  asItStands: 'ລຳດັບນີ້ແມ່ນຄຳຕອບຂອງຂ້ອຍ',
  rightOrder: 'ລຳດັບທີ່ຖືກ',

  write: (n) => (n === 1 ? 'ຂຽນຄຳຕອບສັ້ນໆ.' : `ຂຽນ ${n} ຄຳຕອບ ແລະ ຂັ້ນດ້ວຍເຄື່ອງໝາຍ ( , ).`),
  accepted: (n) => (n === 1 ? 'ຕ້ອງຕອບ 1 ຂໍ້ ໃນຈຳນວນນີ້' : `ຕ້ອງຕອບ ${n} ຂໍ້ ໃນຈຳນວນນີ້`),
  found: 'ຕອບແລ້ວ',

  partOf: (n, all) => `ຂໍ້ ${n} ຈາກ ${all}`,

  zone: 'ຈາກເຂດອ່ານດ້ວຍເຄື່ອງ',
  digit: 'ຂຽນຕົວເລກກວດສອບ 1 ຕົວ ຕັ້ງແຕ່ 0 ຫາ 9.',
  notADigit: 'ກະລຸນາຂຽນຕົວເລກ 1 ຕົວ ຕັ້ງແຕ່ 0 ຫາ 9.',
  fault: 'ຕົວເລກກວດສອບໃດຜິດ?',
  faults: {
    number: 'ເລກທີເອກະສານ',
    birth: 'ວັນເກີດ',
    expiry: 'ວັນໝົດອາຍຸ',
    composite: 'ຕົວເລກກວດສອບລວມ',
    none: 'ບໍ່ມີ: ທຸກຕົວເລກຖືກຕ້ອງ',
  },

  tapOne: 'ແຕະບ່ອນທີ່ຖືກໃນຮູບ ຫຼື ເລືອກຈາກລາຍການ.',
  tapSeveral: 'ແຕະທຸກບ່ອນທີ່ຖືກໃນຮູບ ຫຼື ເລືອກຈາກລາຍການ. ແຕະອີກຄັ້ງເພື່ອຍົກເລີກ.',
  places: 'ບ່ອນຕ່າງໆໃນຮູບ',
  nothingHere: 'ບ່ອນນີ້ບໍ່ມີຫຍັງໃຫ້ເລືອກ.',
  placeChosen: (label) => `ເລືອກແລ້ວ: ${label}`,
  placeLeft: (label) => `ຍົກເລີກແລ້ວ: ${label}`,
  larger: 'ຂະຫຍາຍຮູບ',
  whole: 'ເບິ່ງທັງຮູບ',
  pictureMissing: 'ຮູບບໍ່ຢູ່ໃນໂທລະສັບນີ້. ທ່ານຕອບຈາກລາຍການໄດ້.',
};
