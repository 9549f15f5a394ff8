import type { Translated } from '../catalog.js';
import type { en } from './activation.en.js';

export const lo: Translated<typeof en> = {
  title: 'ເປີດໃຊ້ບັດຂອງທ່ານ',
  stepCode: 'ລະຫັດ',
  stepPerson: 'ແມ່ນທ່ານບໍ່?',
  stepSecret: { pin: 'ລະຫັດ PIN', password: 'ລະຫັດຜ່ານ' },
  code: 'ລະຫັດໃນບັດ',
  codeHint: 'ພິມຢູ່ລຸ່ມຮູບສີ່ຫຼ່ຽມ. ໃຊ້ຕົວພິມນ້ອຍ ຫຼື ໃຫຍ່ກໍໄດ້.',
  codeMissing: 'ກະລຸນາປ້ອນລະຫັດ.',
  find: 'ຕໍ່ໄປ',
  personTitle: 'ແມ່ນທ່ານບໍ່?',
  personLead: 'ບັດນີ້ເປັນຂອງ:',
  userName: 'ຊື່ຜູ້ໃຊ້',
  isMe: 'ແມ່ນ, ນີ້ແມ່ນຂ້ອຍ',
  isNotMe: 'ບໍ່ແມ່ນບັດຂອງຂ້ອຍ',
  notMeHint: 'ຖ້າບໍ່ແມ່ນທ່ານ ກະລຸນາສົ່ງບັດຄືນໃຫ້ຄູຝຶກ.',
  secretTitle: { pin: 'ຕັ້ງລະຫັດ PIN', password: 'ຕັ້ງລະຫັດຜ່ານ' },
  secretLead: {
    pin: '6 ຫາ 12 ຕົວເລກທີ່ທ່ານຮູ້ພຽງຜູ້ດຽວ. ທ່ານຈະໃຊ້ທຸກຄັ້ງທີ່ເຂົ້າສູ່ລະບົບ.',
    password: 'ຢ່າງໜ້ອຍ 8 ຕົວ. ປະໂຫຍກສັ້ນໆຈື່ງ່າຍ.',
  },
  secret: { pin: 'ລະຫັດ PIN ໃໝ່', password: 'ລະຫັດຜ່ານໃໝ່' },
  repeat: { pin: 'ລະຫັດ PIN ອີກຄັ້ງ', password: 'ລະຫັດຜ່ານອີກຄັ້ງ' },
  differ: 'ສອງຊ່ອງບໍ່ຄືກັນ.',
  secretMissing: 'ກະລຸນາຕັ້ງລະຫັດກ່ອນ.',
  finish: 'ສຳເລັດ ແລະ ເຂົ້າສູ່ລະບົບ',
  keepSafe: 'ຢ່າຂຽນລະຫັດໃສ່ບັດ.',
  wrongCode: 'ປ້ອນລະຫັດອື່ນ',
};
