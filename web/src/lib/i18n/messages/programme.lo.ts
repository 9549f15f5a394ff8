import type { Translated } from '../catalog.js';
import type { en } from './programme.en.js';

export const lo: Translated<typeof en> = {
  title: 'ໂຄງການ',
  donor: 'ຜູ້ໃຫ້ທຶນ',
  donors: 'ຜູ້ໃຫ້ທຶນ',
  project: 'ໂຄງການ',
  projects: 'ໂຄງການ',
  agency: 'ອົງການ',
  agencies: 'ອົງການ',
  phase: 'ໄລຍະ',
  startsOn: 'ເລີ່ມ',
  endsOn: 'ສິ້ນສຸດ',
};
