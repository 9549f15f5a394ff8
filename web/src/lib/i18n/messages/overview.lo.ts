import type { Translated } from '../catalog.js';
import type { en } from './overview.en.js';

export const lo: Translated<typeof en> = {
  title: 'ພາບລວມ',
  nothingWaits: 'ບໍ່ມີລາຍການລໍຖ້າການຕັດສິນໃຈ',
  nothingWaitsText: 'ລາຍການທີ່ຕ້ອງການທ່ານຈະຢູ່ບ່ອນນີ້.',
};
