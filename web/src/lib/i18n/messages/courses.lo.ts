import type { Translated } from '../catalog.js';
import type { en } from './courses.en.js';

export const lo: Translated<typeof en> = {
  title: 'ຫຼັກສູດ',
  course: 'ຫຼັກສູດ',
  cohort: 'ຮຸ່ນ',
  cohorts: 'ຮຸ່ນ',
  dates: 'ວັນທີ',
  venue: 'ສະຖານທີ່',
  region: 'ພາກ',
  seats: 'ບ່ອນນັ່ງ',
  seatsTaken: (taken, all) => `ມີຜູ້ຮຽນ ${taken} ຈາກ ${all} ບ່ອນ`,
  trainers: 'ຄູຝຶກ',
  timetable: 'ຕາຕະລາງ',
  enrol: 'ລົງທະບຽນ',
  participants: 'ຜູ້ເຂົ້າຮ່ວມ',
  version: 'ສະບັບ',
  status: 'ສະຖານະ',
  morning: 'ພາກເຊົ້າ',
  afternoon: 'ພາກບ່າຍ',
};
