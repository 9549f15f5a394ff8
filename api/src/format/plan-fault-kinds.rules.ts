import { error, note, warning } from './fault-kind.rules.js';

/** What is beside the modules: tests and their blueprints, rubrics and surveys, variants, the agenda. */
export const planFaultKinds = {
  'blueprint.missing': error({
    en: 'There is no blueprint “{code}” in blueprints of curriculum.yaml.',
    lo: 'ບໍ່ມີແຜນຜັງ “{code}” ໃນ blueprints ຂອງ curriculum.yaml.',
  }),
  'blueprint.objective': error({
    en: 'The blueprint names the objective {id}, which no module has.',
    lo: 'ແຜນຜັງບອກຈຸດປະສົງ {id} ຊຶ່ງບໍ່ມີໃນໂມດູນໃດ.',
  }),
  'blueprint.objective-twice': error({
    en: 'The blueprint names the objective {id} twice.',
    lo: 'ແຜນຜັງມີຈຸດປະສົງ {id} ສອງເທື່ອ.',
  }),
  'blueprint.too-few': error(
    {
      en: 'The blueprint takes {count} questions for {id}; form {form} has {held}.',
      lo: 'ແຜນຜັງໃຊ້ {count} ຄຳຖາມສຳລັບ {id}; ຊຸດ {form} ມີ {held}.',
    },
    {
      en: 'Write form: {form} at graded questions of this objective, as many in A as in B.',
      lo: 'ຂຽນ form: {form} ໄວ້ທີ່ຄຳຖາມທົດສອບຂອງຈຸດປະສົງນີ້ ໃຫ້ A ແລະ B ມີເທົ່າກັນ.',
    },
  ),
  'blueprint.unused': warning({
    en: 'No test uses this blueprint.',
    lo: 'ບໍ່ມີແບບທົດສອບໃດໃຊ້ແຜນຜັງນີ້.',
  }),
  'rubric.scale': error(
    { en: 'The scale goes from {from} to {to}.', lo: 'ລະດັບຄະແນນແມ່ນຈາກ {from} ຫາ {to}.' },
    { en: 'The first number is the lower one.', lo: 'ຕົວເລກທຳອິດຕ້ອງນ້ອຍກວ່າ.' },
  ),
  'rubric.least': error({
    en: 'The least mark {least} lies outside the scale from {from} to {to}.',
    lo: 'ຄະແນນຕ່ຳສຸດ {least} ຢູ່ນອກລະດັບຄະແນນຈາກ {from} ຫາ {to}.',
  }),
  'variant.both': error({
    en: 'A section or block is either only for a variant or left out in one, not both.',
    lo: 'ພາກ ຫຼື ກ່ອງໜຶ່ງ ມີສະເພາະສຳລັບຮຸ່ນປະເພດໜຶ່ງ ຫຼື ຕັດອອກຈາກຮຸ່ນປະເພດໜຶ່ງ, ບໍ່ແມ່ນທັງສອງຢ່າງ.',
  }),
  'variant.unknown': error({
    en: '“{id}” is not among the variants of curriculum.yaml.',
    lo: '“{id}” ບໍ່ຢູ່ໃນ variants ຂອງ curriculum.yaml.',
  }),
  'variant.twice': error({
    en: 'The variant “{id}” is listed twice.',
    lo: 'ປະເພດຮຸ່ນ “{id}” ຢູ່ໃນລາຍການສອງເທື່ອ.',
  }),

  'test.module': error({
    en: 'The test draws from {code}, which is not a module of this curriculum.',
    lo: 'ແບບທົດສອບເອົາຄຳຖາມຈາກ {code} ຊຶ່ງບໍ່ແມ່ນໂມດູນຂອງຊຸດຝຶກອົບຮົມນີ້.',
  }),
  'test.module-twice': error({
    en: 'The test draws from {code} twice.',
    lo: 'ແບບທົດສອບເອົາຄຳຖາມຈາກ {code} ສອງເທື່ອ.',
  }),
  'test.too-few': error({
    en: 'The test draws {count} questions from {code}, whose bank has {held} graded ones.',
    lo: 'ແບບທົດສອບເອົາ {count} ຄຳຖາມຈາກ {code} ຊຶ່ງມີຄຳຖາມທົດສອບ {held} ຂໍ້.',
  }),
  'test.no-spare': note({
    en: 'The test draws every graded question of {code}, so all papers are alike there.',
    lo: 'ແບບທົດສອບໃຊ້ທຸກຄຳຖາມທົດສອບຂອງ {code}, ທຸກຄົນຈຶ່ງໄດ້ຄຳຖາມຄືກັນ.',
  }),

  'agenda.module': error({
    en: 'The agenda names {code}, which is not a module of this curriculum.',
    lo: 'ວາລະມີ {code} ຊຶ່ງບໍ່ແມ່ນໂມດູນຂອງຊຸດຝຶກອົບຮົມນີ້.',
  }),
  'agenda.module-twice': error({
    en: 'The agenda has the module {code} twice.',
    lo: 'ວາລະມີໂມດູນ {code} ສອງເທື່ອ.',
  }),
  'agenda.module-missing': warning({
    en: 'The module {code} is not on the agenda, so no class is timetabled for it.',
    lo: 'ໂມດູນ {code} ບໍ່ຢູ່ໃນວາລະ ຈຶ່ງບໍ່ມີໃນຕາຕະລາງ.',
  }),
  'agenda.test': error({
    en: 'The agenda names {code}, which is not a test of this curriculum.',
    lo: 'ວາລະມີ {code} ຊຶ່ງບໍ່ແມ່ນແບບທົດສອບຂອງຊຸດຝຶກອົບຮົມນີ້.',
  }),
  'agenda.test-short': error({
    en: 'The agenda gives {code} {given} minutes, the test takes {needed}.',
    lo: 'ວາລະໃຫ້ {code} {given} ນາທີ, ແຕ່ແບບທົດສອບໃຊ້ {needed}.',
  }),
  'agenda.test-missing': warning({
    en: 'The test {code} is not on the agenda.',
    lo: 'ແບບທົດສອບ {code} ບໍ່ຢູ່ໃນວາລະ.',
  }),
  'agenda.too-long': warning({
    en: 'The agenda takes {minutes} minutes, more than eight hours on each of {days} days.',
    lo: 'ວາລະໃຊ້ {minutes} ນາທີ, ຫຼາຍກວ່າແປດຊົ່ວໂມງຕໍ່ມື້ ໃນ {days} ມື້.',
  }),
};
