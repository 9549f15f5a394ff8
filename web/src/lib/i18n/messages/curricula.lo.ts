import type { Translated } from '../catalog.js';
import type { en } from './curricula.en.js';

export const lo: Translated<typeof en> = {
  title: 'ຊຸດຝຶກອົບຮົມ',
  curriculum: 'ຊຸດຝຶກອົບຮົມ',
  version: 'ສະບັບ',
  modules: 'ໂມດູນ',
  draft: 'ສະບັບຮ່າງ',
  published: 'ເຜີຍແຜ່ແລ້ວ',
  draftTranslation: 'ສະບັບແປຮ່າງ',
  facilitatorGuide: 'ຄູ່ມືຄູຝຶກ',
  handout: 'ເອກະສານປະກອບ',
};
