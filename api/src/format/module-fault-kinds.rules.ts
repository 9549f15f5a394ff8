import { error, warning } from './fault-kind.rules.js';

/** Modules, their sections and blocks, and the ids of these. */
export const moduleFaultKinds = {
  'module.front-matter': error({
    en: 'The file does not begin with front matter between two lines of ---.',
    lo: 'ໄຟລ໌ບໍ່ໄດ້ເລີ່ມດ້ວຍຂໍ້ມູນຫົວເລື່ອງ ລະຫວ່າງສອງແຖວຂອງ ---.',
  }),
  'module.unlisted': warning({
    en: 'This module is not in the list of curriculum.yaml, so nobody will see it.',
    lo: 'ໂມດູນນີ້ບໍ່ຢູ່ໃນລາຍການຂອງ curriculum.yaml ຈຶ່ງບໍ່ມີຜູ້ໃດເຫັນ.',
  }),
  'module.listed-twice': error({
    en: 'The module folder “{folder}” is listed twice.',
    lo: 'ໂຟນເດີຂອງໂມດູນ “{folder}” ຢູ່ໃນລາຍການສອງເທື່ອ.',
  }),
  'module.code-twice': error({
    en: 'The module code {code} is already used by {other}.',
    lo: 'ລະຫັດໂມດູນ {code} ໃຊ້ຢູ່ແລ້ວໃນ {other}.',
  }),
  'module.minutes': error(
    {
      en: 'The sections add up to {sum} minutes, the module says {minutes}.',
      lo: 'ພາກທັງໝົດລວມກັນ {sum} ນາທີ, ແຕ່ໂມດູນບອກ {minutes}.',
    },
    {
      en: 'Change the minutes of a section or of the module.',
      lo: 'ກະລຸນາປ່ຽນນາທີຂອງພາກໃດໜຶ່ງ ຫຼື ຂອງໂມດູນ.',
    },
  ),
  'module.empty': error(
    { en: 'The module has no section.', lo: 'ໂມດູນບໍ່ມີພາກ.' },
    {
      en: 'A section is a heading such as: ## Why this matters {#why minutes=10}',
      lo: 'ພາກແມ່ນຫົວຂໍ້ ເຊັ່ນ: ## Why this matters {#why minutes=10}',
    },
  ),

  'section.text-before': error(
    { en: 'There is text before the first section.', lo: 'ມີຂໍ້ຄວາມຢູ່ກ່ອນພາກທຳອິດ.' },
    {
      en: 'Begin with a heading such as: ## Why this matters {#why minutes=10}',
      lo: 'ເລີ່ມດ້ວຍຫົວຂໍ້ ເຊັ່ນ: ## Why this matters {#why minutes=10}',
    },
  ),
  'section.attributes': error(
    {
      en: 'The heading does not end with its id and minutes.',
      lo: 'ຫົວຂໍ້ບໍ່ໄດ້ລົງທ້າຍດ້ວຍ id ແລະ ນາທີຂອງມັນ.',
    },
    {
      en: 'Write it like this: ## {title} {#an-id minutes=10}',
      lo: 'ຂຽນແບບນີ້: ## {title} {#an-id minutes=10}',
    },
  ),
  'section.minutes': error({
    en: 'The blocks of this section take {sum} minutes, the section has {minutes}.',
    lo: 'ກ່ອງໃນພາກນີ້ໃຊ້ {sum} ນາທີ, ແຕ່ພາກມີ {minutes}.',
  }),
  'section.empty': error({
    en: 'The section has a heading and nothing else.',
    lo: 'ພາກນີ້ມີແຕ່ຫົວຂໍ້, ບໍ່ມີເນື້ອໃນ.',
  }),
  'heading.title': error(
    {
      en: 'A level-1 heading does not belong here: the title of the module is in the front matter.',
      lo: 'ຫົວຂໍ້ລະດັບ 1 ໃຊ້ຢູ່ນີ້ບໍ່ໄດ້: ຊື່ຂອງໂມດູນຢູ່ໃນຂໍ້ມູນຫົວເລື່ອງ.',
    },
    {
      en: 'Use ## for a section and ### for a heading in its text.',
      lo: 'ໃຊ້ ## ສຳລັບພາກ ແລະ ### ສຳລັບຫົວຂໍ້ໃນເນື້ອໃນຂອງພາກ.',
    },
  ),
  'heading.in-block': error(
    { en: 'A section cannot begin inside a block.', lo: 'ພາກເລີ່ມພາຍໃນກ່ອງບໍ່ໄດ້.' },
    { en: 'Use ### for a heading in a block.', lo: 'ໃຊ້ ### ສຳລັບຫົວຂໍ້ໃນກ່ອງ.' },
  ),

  'id.missing': error(
    { en: 'The block “{name}” has no id.', lo: 'ກ່ອງ “{name}” ບໍ່ມີ id.' },
    {
      en: 'Write one in the braces, such as {#case-wall}. It stays the same for ever.',
      lo: 'ຂຽນ id ໃນວົງເລັບປີກກາ ເຊັ່ນ {#case-wall}. ມັນບໍ່ປ່ຽນຕະຫຼອດໄປ.',
    },
  ),
  'id.wrong': error(
    { en: '“{id}” cannot be an id.', lo: '“{id}” ເປັນ id ບໍ່ໄດ້.' },
    {
      en: 'Use lower-case letters, digits and hyphens, beginning with a letter.',
      lo: 'ໃຊ້ຕົວພິມນ້ອຍ, ຕົວເລກ ແລະ ຂີດຕໍ່, ເລີ່ມດ້ວຍຕົວອັກສອນ.',
    },
  ),
  'id.twice': error({
    en: 'The id “{id}” is already used on line {line}.',
    lo: 'id “{id}” ໃຊ້ແລ້ວຢູ່ແຖວ {line}.',
  }),

  'block.unknown': error(
    { en: 'There is no block called “{name}”.', lo: 'ບໍ່ມີກ່ອງຊື່ “{name}”.' },
    { en: 'Blocks are {known}.', lo: 'ກ່ອງທີ່ມີ: {known}.' },
  ),
  'block.colons': error(
    { en: 'The block “{name}” is written with three colons.', lo: 'ກ່ອງ “{name}” ຂຽນດ້ວຍເຄື່ອງໝາຍ : ສາມອັນ.' },
    { en: 'Write it like this: :::{name}{#id} … :::', lo: 'ຂຽນແບບນີ້: :::{name}{#id} … :::' },
  ),
  'block.question-colons': error(
    { en: 'A question is written with two colons.', lo: 'ຄຳຖາມຂຽນດ້ວຍເຄື່ອງໝາຍ : ສອງອັນ.' },
    { en: 'Write it like this: ::question{id=M02-p1}', lo: 'ຂຽນແບບນີ້: ::question{id=M02-p1}' },
  ),
  'block.attribute': error(
    {
      en: 'The block “{name}” has no attribute “{attribute}”.',
      lo: 'ກ່ອງ “{name}” ບໍ່ມີຄຸນສົມບັດ “{attribute}”.',
    },
    { en: 'It takes {known}.', lo: 'ມັນຮັບ {known}.' },
  ),
  'block.attribute-missing': error({
    en: 'The block “{name}” needs {attribute}.',
    lo: 'ກ່ອງ “{name}” ຕ້ອງມີ {attribute}.',
  }),
  'block.minutes': error({
    en: '“{value}” is not a number of minutes from 1 to 480.',
    lo: '“{value}” ບໍ່ແມ່ນຈຳນວນນາທີລະຫວ່າງ 1 ຫາ 480.',
  }),
  'block.label': error(
    {
      en: 'Words in square brackets do not belong behind “{name}”.',
      lo: 'ຫຼັງ “{name}” ຂຽນຄຳໃນວົງເລັບ [ ] ບໍ່ໄດ້.',
    },
    { en: 'Write the title like this: title="Case wall"', lo: 'ຂຽນຊື່ແບບນີ້: title="Case wall"' },
  ),
  'block.unclosed': error(
    {
      en: 'The block “{name}” is never closed, so everything after it belongs to it.',
      lo: 'ກ່ອງ “{name}” ບໍ່ໄດ້ປິດ, ທຸກສິ່ງຫຼັງຈາກນັ້ນຈຶ່ງຢູ່ໃນກ່ອງ.',
    },
    { en: 'End it with a line of :::', lo: 'ປິດດ້ວຍແຖວ :::' },
  ),
  'block.nested': error(
    {
      en: 'The block “{name}” stands inside another block or list.',
      lo: 'ກ່ອງ “{name}” ຢູ່ພາຍໃນກ່ອງ ຫຼື ລາຍການອື່ນ.',
    },
    {
      en: 'Close the block before it, and begin this one at the left margin.',
      lo: 'ປິດກ່ອງກ່ອນໜ້າ ແລ້ວເລີ່ມກ່ອງນີ້ທີ່ຂອບຊ້າຍສຸດ.',
    },
  ),
  'block.malformed': error(
    {
      en: 'This line looks like a block but is not one, so everyone would read it.',
      lo: 'ແຖວນີ້ຄ້າຍຄືກ່ອງ ແຕ່ບໍ່ແມ່ນ, ທຸກຄົນຈຶ່ງຈະເຫັນມັນ.',
    },
    {
      en: 'Write :::name{#id} with no space after the colons, and ::: alone to close.',
      lo: 'ຂຽນ :::name{#id} ໂດຍບໍ່ມີຍະຫວ່າງຫຼັງເຄື່ອງໝາຍ : ແລະ ໃຊ້ ::: ຢ່າງດຽວເພື່ອປິດ.',
    },
  ),
  'block.empty': error({ en: 'The block “{name}” is empty.', lo: 'ກ່ອງ “{name}” ຫວ່າງ.' }),
};
