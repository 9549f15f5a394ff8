import type { Translated } from '../catalog.js';
import type { en } from './history.en.js';

export const lo: Translated<typeof en> = {
  title: 'ປະຫວັດຂອງສະບັບ',
  version: (version) => `ສະບັບ ${version}`,
  first: 'ສະບັບທຳອິດ',
  noReason: 'ບໍ່ມີເຫດຜົນບັນທຶກໄວ້.',
  fromFiles: 'ຈາກໄຟລ໌ໃນເຄື່ອງແມ່ຂ່າຍ',
  nobodyKnown: 'ໂດຍຜູ້ທີ່ບໍ່ມີໃນທະບຽນແລ້ວ',
  unknownChange: 'ບໍ່ມີບັນທຶກວ່າປ່ຽນຫຍັງ',
  hash: (hash) => `ລະຫັດເນື້ອໃນ ${hash}`,
  more: 'ສະບັບກ່ອນໜ້າ',
};
