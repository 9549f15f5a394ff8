import type { Translated } from '../catalog.js';
import type { en } from './reader.en.js';

export const lo: Translated<typeof en> = {
  objectives: 'ຫຼັງໂມດູນນີ້ ຜູ້ເຂົ້າຮ່ວມສາມາດ',
  guide: 'ກ່ອນສອນ',
  methods: 'ວິທີການ',
  materials: 'ອຸປະກອນ',
  contents: 'ເນື້ອໃນ',
  minutes: (n) => `${n} ນາທີ`,
  blocks: {
    'key-message': 'ຂໍ້ຄວາມສຳຄັນ',
    case: 'ກໍລະນີສຶກສາ',
    activity: 'ບົດຝຶກຫັດ',
    trainer: 'ສຳລັບຄູຝຶກ',
    everyone: 'ສຳລັບທຸກຄົນ',
  },
  withMinutes: (label, n) => `${label} · ${n} ນາທີ`,
  question: 'ຄຳຖາມຝຶກຫັດ',
  why: 'ເຫດຜົນ',
  sources: 'ແຫຼ່ງຂໍ້ມູນ',
  inEnglish: 'ຕອນນີ້ຍັງບໍ່ທັນແປ',
  olderThanSource: 'ຕົ້ນສະບັບພາສາອັງກິດຂອງຕອນນີ້ມີການປ່ຽນແປງແລ້ວ ແຕ່ຍັງບໍ່ທັນແກ້ຄຳແປ',
};
