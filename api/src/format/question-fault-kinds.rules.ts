import { error, warning } from './fault-kind.rules.js';

/** Questions, and the objectives that they serve. */
export const questionFaultKinds = {
  'objective.foreign': error({
    en: 'The objective id {id} does not begin with the module code {code}.',
    lo: 'ລະຫັດຈຸດປະສົງ {id} ບໍ່ໄດ້ເລີ່ມດ້ວຍລະຫັດໂມດູນ {code}.',
  }),
  'objective.twice': error({
    en: 'The objective {id} is listed twice.',
    lo: 'ຈຸດປະສົງ {id} ຢູ່ໃນລາຍການສອງເທື່ອ.',
  }),
  'objective.untested': error(
    { en: 'No question serves the objective {id}.', lo: 'ບໍ່ມີຄຳຖາມໃດສຳລັບຈຸດປະສົງ {id}.' },
    {
      en: 'Add a practice and a graded question with objective: {id}',
      lo: 'ເພີ່ມຄຳຖາມຝຶກຫັດ ແລະ ຄຳຖາມທົດສອບທີ່ມີ objective: {id}',
    },
  ),
  'objective.no-practice': warning({
    en: 'No practice question serves the objective {id}.',
    lo: 'ບໍ່ມີຄຳຖາມຝຶກຫັດສຳລັບຈຸດປະສົງ {id}.',
  }),
  'objective.no-graded': warning({
    en: 'No graded question serves the objective {id}.',
    lo: 'ບໍ່ມີຄຳຖາມທົດສອບສຳລັບຈຸດປະສົງ {id}.',
  }),

  'question.twice': error({
    en: 'The question id {id} is already used in {other}.',
    lo: 'ລະຫັດຄຳຖາມ {id} ໃຊ້ຢູ່ແລ້ວໃນ {other}.',
  }),
  'question.foreign': error({
    en: 'The question id {id} does not begin with {code}- as every question of this module does.',
    lo: 'ລະຫັດຄຳຖາມ {id} ບໍ່ໄດ້ເລີ່ມດ້ວຍ {code}- ຄືທຸກຄຳຖາມຂອງໂມດູນນີ້.',
  }),
  'question.objective': error({
    en: 'The question serves the objective {id}, which this module does not have.',
    lo: 'ຄຳຖາມນີ້ແມ່ນສຳລັບຈຸດປະສົງ {id} ຊຶ່ງໂມດູນນີ້ບໍ່ມີ.',
  }),
  'question.no-key': error(
    { en: 'No option of the question is correct.', lo: 'ຄຳຖາມບໍ່ມີຕົວເລືອກທີ່ຖືກ.' },
    { en: 'Write correct: true at the right one.', lo: 'ຂຽນ correct: true ໄວ້ທີ່ຕົວເລືອກທີ່ຖືກ.' },
  ),
  'question.keys': error(
    {
      en: 'A question of type single has {count} correct options.',
      lo: 'ຄຳຖາມປະເພດເລືອກໜຶ່ງຂໍ້ (single) ມີ {count} ຕົວເລືອກທີ່ຖືກ.',
    },
    { en: 'Mark one, or make it multiple.', lo: 'ໝາຍໜຶ່ງຂໍ້ ຫຼື ປ່ຽນເປັນປະເພດເລືອກຫຼາຍຂໍ້ (multiple).' },
  ),
  'question.all-keys': error({
    en: 'Every option is correct, so there is nothing to choose.',
    lo: 'ທຸກຕົວເລືອກຖືກ ຈຶ່ງບໍ່ມີຫຍັງໃຫ້ເລືອກ.',
  }),
  'question.option-twice': error({
    en: 'The option id “{id}” is used twice in this question.',
    lo: 'id “{id}” ຂອງຕົວເລືອກໃຊ້ສອງເທື່ອໃນຄຳຖາມນີ້.',
  }),
  'question.option-same': error({
    en: 'Two options of this question read the same.',
    lo: 'ຄຳຖາມນີ້ມີສອງຕົວເລືອກທີ່ຂຽນຄືກັນ.',
  }),
  'question.form': error(
    { en: 'A practice question belongs to no form.', lo: 'ຄຳຖາມຝຶກຫັດບໍ່ຢູ່ໃນຊຸດໃດ.' },
    { en: 'Forms A and B are for graded questions.', lo: 'ຊຸດ A ແລະ B ແມ່ນສຳລັບຄຳຖາມທົດສອບ.' },
  ),
  'question.match': error({
    en: 'A row is matched with “{id}”, which is no choice of this question.',
    lo: 'ແຖວໜຶ່ງຈັບຄູ່ກັບ “{id}” ຊຶ່ງບໍ່ແມ່ນຕົວເລືອກຂອງຄຳຖາມນີ້.',
  }),
  'question.accept-empty': error(
    { en: 'This answer has no spelling in any language.', lo: 'ຄຳຕອບນີ້ບໍ່ມີວິທີຂຽນໃນພາສາໃດ.' },
    { en: 'Write en: [ … ] or lo: [ … ].', lo: 'ຂຽນ en: [ … ] ຫຼື lo: [ … ].' },
  ),
  'question.need': error({
    en: 'The question asks for {need} answers and accepts only {held} different ones.',
    lo: 'ຄຳຖາມຕ້ອງການ {need} ຄຳຕອບ ແຕ່ຮັບພຽງ {held} ຄຳຕອບທີ່ຕ່າງກັນ.',
  }),
  'question.spot-outside': error({
    en: 'The place lies outside the picture, which is {width} by {height}.',
    lo: 'ຈຸດຢູ່ນອກຮູບພາບ ຊຶ່ງມີຂະໜາດ {width} × {height}.',
  }),
  'question.unknown': error({
    en: 'There is no question {id} in questions.yaml of this module.',
    lo: 'ບໍ່ມີຄຳຖາມ {id} ໃນ questions.yaml ຂອງໂມດູນນີ້.',
  }),
  'question.graded-in-page': error(
    {
      en: 'The question {id} is graded, so no page may show it.',
      lo: 'ຄຳຖາມ {id} ແມ່ນຄຳຖາມທົດສອບ ຈຶ່ງສະແດງໃນບົດຮຽນບໍ່ໄດ້.',
    },
    {
      en: 'Make it practice or remove it from the page.',
      lo: 'ປ່ຽນມັນເປັນຄຳຖາມຝຶກຫັດ ຫຼື ເອົາອອກຈາກບົດຮຽນ.',
    },
  ),
  'question.placed-twice': error({
    en: 'The question {id} already stands on line {line}.',
    lo: 'ຄຳຖາມ {id} ມີແລ້ວຢູ່ແຖວ {line}.',
  }),
  'question.unplaced': warning(
    {
      en: 'The practice question {id} stands on no page.',
      lo: 'ຄຳຖາມຝຶກຫັດ {id} ບໍ່ຢູ່ໃນບົດຮຽນໃດ.',
    },
    { en: 'Write ::question{id={id}} where it belongs.', lo: 'ຂຽນ ::question{id={id}} ໄວ້ບ່ອນຂອງມັນ.' },
  ),
};
