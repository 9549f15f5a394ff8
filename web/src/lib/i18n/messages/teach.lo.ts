import type { Translated } from '../catalog.js';
import type { en } from './teach.en.js';

export const lo: Translated<typeof en> = {
  title: 'ຫຼັກສູດຂອງຂ້ອຍ',
  noCourses: 'ຍັງບໍ່ມີຫຼັກສູດທີ່ວາງແຜນ',
  noCoursesText: 'ວາງແຜນຫຼັກສູດ: ເລືອກຊຸດຝຶກອົບຮົມ, ວັນທີ, ສະຖານທີ່ ແລະ ທີມຄູຝຶກ.',
  plan: 'ວາງແຜນຫຼັກສູດ',
  classTitle: 'ຫ້ອງຮຽນ',
  attendance: 'ການເຂົ້າຮ່ວມ',
  present: 'ມາ',
  absent: 'ຂາດ',
  late: 'ມາຊ້າ',
  morning: 'ພາກເຊົ້າ',
  afternoon: 'ພາກບ່າຍ',
  hereOf: (here, all) => `ມາ ${here} ຈາກ ${all} ຄົນ`,
  tapToChange: 'ແຕະຊື່ເພື່ອປ່ຽນ',
  timetable: 'ຕາຕະລາງ',
  session: 'ຊ່ວງຝຶກອົບຮົມ',
  trainerTeam: 'ທີມຄູຝຶກ',
  leadTrainer: 'ຫົວໜ້າຄູຝຶກ',
  coTrainer: 'ຄູຝຶກຮ່ວມ',
};
