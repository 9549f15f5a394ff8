import { error, warning } from './fault-kind.rules.js';

/** What stands in a text: links, pictures, marks, references to sources. */
export const proseFaultKinds = {
  'prose.html': error(
    { en: 'Raw HTML is not allowed.', lo: 'ໃຊ້ HTML ໂດຍກົງບໍ່ໄດ້.' },
    {
      en: 'Use Markdown; write &lt; for a less-than sign.',
      lo: 'ໃຊ້ Markdown; ຂຽນ &lt; ສຳລັບເຄື່ອງໝາຍໜ້ອຍກວ່າ.',
    },
  ),
  'prose.link': error({
    en: 'A link may lead to http, https, mailto or # only, not to “{url}”.',
    lo: 'ລິ້ງໄປໄດ້ສະເພາະ http, https, mailto ຫຼື #, ບໍ່ແມ່ນ “{url}”.',
  }),
  'prose.anchor': warning({
    en: 'No section or block of this module has the id “{id}”.',
    lo: 'ໂມດູນນີ້ບໍ່ມີພາກ ຫຼື ກ່ອງທີ່ໃຊ້ id “{id}”.',
  }),
  'prose.definition': error(
    { en: 'Link definitions are not supported.', lo: 'ບໍ່ຮັບການຂຽນທີ່ຢູ່ຂອງລິ້ງແຍກຕ່າງຫາກ.' },
    {
      en: 'Write the address at the word: [word](https://…)',
      lo: 'ຂຽນທີ່ຢູ່ໄວ້ກັບຄຳ: [word](https://…)',
    },
  ),
  'prose.image-address': error(
    { en: 'A picture cannot be fetched from an address.', lo: 'ດຶງຮູບພາບຈາກທີ່ຢູ່ອື່ນບໍ່ໄດ້.' },
    {
      en: 'Put the file into the folder images of the module and write ![what it shows](images/name.png)',
      lo: 'ວາງໄຟລ໌ໄວ້ໃນໂຟນເດີ images ຂອງໂມດູນ ແລ້ວຂຽນ ![ຮູບສະແດງຫຍັງ](images/name.png)',
    },
  ),
  'prose.image-text': error(
    {
      en: 'The picture has no text that says what it shows.',
      lo: 'ຮູບພາບບໍ່ມີຂໍ້ຄວາມທີ່ບອກວ່າຮູບສະແດງຫຍັງ.',
    },
    { en: 'Write ![what it shows](images/name.png)', lo: 'ຂຽນ ![ຮູບສະແດງຫຍັງ](images/name.png)' },
  ),
  'prose.image-missing': error({ en: 'There is no picture {path}.', lo: 'ບໍ່ມີຮູບພາບ {path}.' }),
  'prose.image-kind': error(
    {
      en: '{path} is not a PNG, JPEG, WebP or SVG picture that a page may show.',
      lo: '{path} ບໍ່ແມ່ນຮູບ PNG, JPEG, WebP ຫຼື SVG ທີ່ໜ້າບົດຮຽນສະແດງໄດ້.',
    },
    {
      en: 'An SVG may hold shapes, paint and text without Lao letters, and needs a viewBox; see curricula/README.md.',
      lo: 'SVG ມີໄດ້ຮູບຮ່າງ, ສີ ແລະ ຂໍ້ຄວາມທີ່ບໍ່ມີຕົວອັກສອນລາວ ແລະ ຕ້ອງມີ viewBox; ເບິ່ງ curricula/README.md.',
    },
  ),
  'prose.tbc': error({
    en: 'The mark is written :tbc[what has to be confirmed], without attributes.',
    lo: 'ເຄື່ອງໝາຍນີ້ຂຽນ :tbc[ສິ່ງທີ່ຕ້ອງຢືນຢັນ] ໂດຍບໍ່ມີຄຸນສົມບັດ.',
  }),

  'source.unknown': error(
    { en: '[{id}] names no source of this module.', lo: '[{id}] ບໍ່ແມ່ນແຫຼ່ງຂໍ້ມູນຂອງໂມດູນນີ້.' },
    {
      en: 'Add it to sources in the front matter of module.md.',
      lo: 'ເພີ່ມມັນໃສ່ sources ໃນຂໍ້ມູນຫົວເລື່ອງຂອງ module.md.',
    },
  ),
  'source.maybe': warning(
    {
      en: '[{id}] looks like a source but none of this module has that id.',
      lo: '[{id}] ຄ້າຍຄືແຫຼ່ງຂໍ້ມູນ ແຕ່ໂມດູນນີ້ບໍ່ມີແຫຼ່ງທີ່ໃຊ້ id ນີ້.',
    },
    { en: 'Add it to sources, or use round brackets.', lo: 'ເພີ່ມມັນໃສ່ sources ຫຼື ໃຊ້ວົງເລັບມົນ.' },
  ),
  'source.unused': warning(
    {
      en: 'The source “{id}” is listed but never referred to.',
      lo: 'ແຫຼ່ງຂໍ້ມູນ “{id}” ຢູ່ໃນລາຍການ ແຕ່ເນື້ອໃນບໍ່ໄດ້ອ້າງອີງ.',
    },
    { en: 'Refer to it in the text as [{id}].', lo: 'ອ້າງອີງມັນໃນເນື້ອໃນດ້ວຍ [{id}].' },
  ),
  'source.twice': error({
    en: 'The source “{id}” is listed twice.',
    lo: 'ແຫຼ່ງຂໍ້ມູນ “{id}” ຢູ່ໃນລາຍການສອງເທື່ອ.',
  }),
};
