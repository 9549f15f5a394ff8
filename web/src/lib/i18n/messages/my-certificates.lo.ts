import type { Translated } from '../catalog.js';
import type { en } from './my-certificates.en.js';

export const lo: Translated<typeof en> = {
  title: 'ໃບຢັ້ງຢືນ',
  none: 'ຍັງບໍ່ມີໃບຢັ້ງຢືນ',
  noneText: 'ເມື່ອຮຽນຈົບຫຼັກສູດ ແລະ ໄດ້ຮັບໃບຢັ້ງຢືນ ຈະຢູ່ບ່ອນນີ້.',
  kinds: { completion: 'ໃບຢັ້ງຢືນສຳເລັດຫຼັກສູດ', attendance: 'ໃບຢັ້ງຢືນການເຂົ້າຮ່ວມ' },
  states: { issued: 'ໃຊ້ໄດ້', revoked: 'ຖືກຍົກເລີກ', replaced: 'ຖືກປ່ຽນແທນ' },
  stateTexts: {
    revoked: 'ໃຊ້ອ້າງອີງບໍ່ໄດ້ອີກແລ້ວ. ຖ້າບໍ່ຮູ້ເຫດຜົນ ກະລຸນາຖາມໜ່ວຍງານຝຶກອົບຮົມ.',
    replaced: 'ໄດ້ອອກໃບໃໝ່ແທນແລ້ວ.',
  },
  number: 'ເລກທີ',
  held: 'ຫຼັກສູດ',
  yearEstimated: 'ປີເປັນການຄາດຄະເນ',
  issuedOn: (day) => `ອອກວັນທີ ${day}`,
  download: 'ເປີດ PDF',
  beingPrinted: 'ກຳລັງກຽມ PDF. ກະລຸນາເບິ່ງຄືນໃນສອງສາມນາທີ.',
  needsSignal: 'ຕ້ອງມີສັນຍານຈຶ່ງເປີດ PDF ໄດ້.',
  check: 'ເປີດໜ້າກວດສອບ',
  code: 'ລະຫັດຂອງໃບຢັ້ງຢືນ',
  codeText: 'ຜູ້ທີ່ສ່ອງລະຫັດນີ້ ຈະເຫັນໜ້າທະບຽນທີ່ບອກວ່າໃບຢັ້ງຢືນໃຊ້ໄດ້ ຫຼື ບໍ່.',
};
