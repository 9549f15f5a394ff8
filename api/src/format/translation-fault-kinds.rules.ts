import { error, note, warning } from './fault-kind.rules.js';

/** The Lao beside the English: what is missing, what does not fit, what is older. */
export const translationFaultKinds = {
  'translation.undeclared': warning({
    en: 'There is Lao text, but languages in curriculum.yaml does not name lo.',
    lo: 'ມີເນື້ອໃນພາສາລາວ ແຕ່ languages ໃນ curriculum.yaml ບໍ່ມີ lo.',
  }),
  'translation.module-missing': warning({
    en: 'The module has no module.lo.md; Lao readers see it in English.',
    lo: 'ໂມດູນບໍ່ມີ module.lo.md; ຜູ້ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.section-missing': warning({
    en: 'The section “{id}” is not translated; Lao readers see it in English.',
    lo: 'ພາກ “{id}” ຍັງບໍ່ໄດ້ແປ; ຜູ້ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.block-missing': warning({
    en: 'The block “{id}” is not translated; Lao readers see it in English.',
    lo: 'ກ່ອງ “{id}” ຍັງບໍ່ໄດ້ແປ; ຜູ້ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.text-missing': warning({
    en: 'The text after “{id}” is not translated; Lao readers see it in English.',
    lo: 'ເນື້ອໃນຫຼັງ “{id}” ຍັງບໍ່ໄດ້ແປ; ຜູ້ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.trainer-missing': note({
    en: 'The trainer block “{id}” is not translated; Lao trainers see it in English.',
    lo: 'ບັນທຶກຄູຝຶກ “{id}” ຍັງບໍ່ໄດ້ແປ; ຄູຝຶກທີ່ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.question-place-missing': warning({
    en: 'The Lao file lacks ::question{id={id}}, so text around it may move.',
    lo: 'ໄຟລ໌ພາສາລາວບໍ່ມີ ::question{id={id}}, ເນື້ອໃນອ້ອມມັນຈຶ່ງອາດຍ້າຍບ່ອນ.',
  }),
  'translation.field-missing': warning({
    en: '“{field}” has no Lao text.',
    lo: '“{field}” ບໍ່ມີພາສາລາວ.',
  }),
  'translation.question-missing': warning({
    en: 'The question {id} is not complete in Lao; Lao readers see it in English.',
    lo: 'ຄຳຖາມ {id} ຍັງແປບໍ່ຄົບ; ຜູ້ອ່ານພາສາລາວເຫັນເປັນພາສາອັງກິດ.',
  }),
  'translation.unknown': error(
    { en: '“{id}” is not in the English file.', lo: 'ໄຟລ໌ພາສາອັງກິດບໍ່ມີ “{id}”.' },
    { en: 'Ids are the same in both languages.', lo: 'id ຕ້ອງຄືກັນໃນທັງສອງພາສາ.' },
  ),
  'translation.kind': error({
    en: '“{id}” is {kind} here and {english} in the English file.',
    lo: '“{id}” ແມ່ນ {kind} ຢູ່ນີ້ ແຕ່ເປັນ {english} ໃນໄຟລ໌ພາສາອັງກິດ.',
  }),
  'translation.moved': error({
    en: '“{id}” stands in another section in the English file.',
    lo: '“{id}” ຢູ່ໃນພາກອື່ນຂອງໄຟລ໌ພາສາອັງກິດ.',
  }),
  'translation.order': warning({
    en: '“{id}” stands in another order than in the English file; readers see the English order.',
    lo: '“{id}” ຢູ່ຄົນລະລຳດັບກັບໄຟລ໌ພາສາອັງກິດ; ຜູ້ອ່ານເຫັນຕາມລຳດັບຂອງພາສາອັງກິດ.',
  }),
  'translation.minutes': error(
    {
      en: '“{id}” has {minutes} minutes here and {english} in the English file.',
      lo: '“{id}” ມີ {minutes} ນາທີຢູ່ນີ້ ແຕ່ {english} ໃນໄຟລ໌ພາສາອັງກິດ.',
    },
    { en: 'Leave the minutes out of the Lao file.', lo: 'ຢ່າຂຽນນາທີໃນໄຟລ໌ພາສາລາວ.' },
  ),
  'translation.list-length': error({
    en: '“{field}” has {held} entries in Lao and {count} in English.',
    lo: '“{field}” ມີ {held} ລາຍການໃນພາສາລາວ ແຕ່ {count} ໃນພາສາອັງກິດ.',
  }),
  'translation.stale': warning(
    {
      en: 'The English of “{id}” changed after it was translated; readers see a note.',
      lo: 'ພາສາອັງກິດຂອງ “{id}” ປ່ຽນຫຼັງຈາກແປແລ້ວ; ຜູ້ອ່ານເຫັນໝາຍເຫດ.',
    },
    {
      en: 'Bring the Lao up to date. The list of translations of a draft records it; for files do: curricula translated DIR --module M02 --unit {id}',
      lo: 'ແກ້ພາສາລາວໃຫ້ທັນສະໄໝ. ໜ້າ “ແປ” ຂອງສະບັບຮ່າງບັນທຶກໃຫ້ເອງ; ສຳລັບໄຟລ໌ ໃຫ້ໃຊ້: curricula translated DIR --module M02 --unit {id}',
    },
  ),
  'translation.unrecorded': note(
    {
      en: 'It is not recorded which English {count} texts of this module were translated from.',
      lo: 'ບໍ່ໄດ້ບັນທຶກວ່າ {count} ຂໍ້ຄວາມຂອງໂມດູນນີ້ ແປມາຈາກພາສາອັງກິດອັນໃດ.',
    },
    {
      en: 'When they are up to date, record it in the list of translations of a draft, or for files: curricula translated DIR --module M02',
      lo: 'ເມື່ອທັນສະໄໝແລ້ວ ໃຫ້ບັນທຶກໃນໜ້າ “ແປ” ຂອງສະບັບຮ່າງ, ຫຼື ສຳລັບໄຟລ໌: curricula translated DIR --module M02',
    },
  ),
  'translation.incomplete': error(
    {
      en: '{count} texts of this file have no Lao, and curriculum.yaml requires it.',
      lo: '{count} ຂໍ້ຄວາມຂອງໄຟລ໌ນີ້ບໍ່ມີພາສາລາວ ແຕ່ curriculum.yaml ກຳນົດໃຫ້ມີ.',
    },
    {
      en: 'Translate them, or write require: none at languages.lo.',
      lo: 'ກະລຸນາແປ ຫຼື ຂຽນ require: none ທີ່ languages.lo.',
    },
  ),
  'translation.outdated': error(
    {
      en: '{count} texts of this file may be older than their English, and curriculum.yaml requires them to be current.',
      lo: '{count} ຂໍ້ຄວາມຂອງໄຟລ໌ນີ້ອາດເກົ່າກວ່າພາສາອັງກິດ ແຕ່ curriculum.yaml ກຳນົດໃຫ້ທັນສະໄໝ.',
    },
    {
      en: 'Bring them up to date, or write require: complete at languages.lo.',
      lo: 'ແກ້ໃຫ້ທັນສະໄໝ ຫຼື ຂຽນ require: complete ທີ່ languages.lo.',
    },
  ),
  'translation.text-extra': error({
    en: 'The English file has no text here, so no page would show this one.',
    lo: 'ໄຟລ໌ພາສາອັງກິດບໍ່ມີເນື້ອໃນຢູ່ບ່ອນນີ້ ຈຶ່ງບໍ່ມີໜ້າໃດສະແດງຂໍ້ຄວາມນີ້.',
  }),
};
