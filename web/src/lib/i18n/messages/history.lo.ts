import type { Translated } from '../catalog.js';
import type { en } from './history.en.js';

export const lo: Translated<typeof en> = {
  title: 'ປະຫວັດຂອງສະບັບ',
  version: (version) => `ສະບັບ ${version}`,
  first: 'ສະບັບທຳອິດ',
  noReason: 'ບໍ່ມີເຫດຜົນບັນທຶກໄວ້.',
};
