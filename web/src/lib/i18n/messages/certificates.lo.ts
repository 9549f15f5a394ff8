import type { Translated } from '../catalog.js';
import type { en } from './certificates.en.js';

export const lo: Translated<typeof en> = {
  title: 'ໃບຢັ້ງຢືນ',
  certificate: 'ໃບຢັ້ງຢືນ',
  number: 'ເລກທີ',
  issue: 'ອອກໃບຢັ້ງຢືນ',
  issuedOn: 'ວັນທີອອກ',
  revoke: 'ຍົກເລີກ',
  reason: 'ເຫດຜົນ',
  download: 'ດາວໂຫຼດ',
  print: 'ພິມ',
  eligible: 'ມີເງື່ອນໄຂຄົບ',
  notEligible: 'ຍັງບໍ່ຄົບເງື່ອນໄຂ',
  states: { issued: 'ອອກແລ້ວ', revoked: 'ຖືກຍົກເລີກ', replaced: 'ຖືກປ່ຽນແທນ' },
  progress: (done, all) => `ແລ້ວ ${done} ຈາກ ${all} ໃບ`,
  none: 'ຍັງບໍ່ມີໃບຢັ້ງຢືນ',
};
