import { error, warning } from './fault-kind.rules.js';

/** Folders, archives, files, and the letters in them. */
export const fileFaultKinds = {
  'folder.missing': error({ en: 'There is no folder {path}.', lo: 'ບໍ່ມີໂຟນເດີ {path}.' }),
  'folder.too-many-files': error(
    { en: 'The folder holds more than {most} files.', lo: 'ໂຟນເດີມີຫຼາຍກວ່າ {most} ໄຟລ໌.' },
    {
      en: 'A curriculum is text and small pictures; keep films and slides elsewhere.',
      lo: 'ຊຸດຝຶກອົບຮົມແມ່ນຂໍ້ຄວາມ ແລະ ຮູບພາບນ້ອຍ; ກະລຸນາເກັບວິດີໂອ ແລະ ສະໄລ້ໄວ້ບ່ອນອື່ນ.',
    },
  ),
  'folder.too-large': error(
    { en: 'The folder holds more than {megabytes} MB.', lo: 'ໂຟນເດີໃຫຍ່ກວ່າ {megabytes} MB.' },
    {
      en: 'A curriculum is text and small pictures; keep films and slides elsewhere.',
      lo: 'ຊຸດຝຶກອົບຮົມແມ່ນຂໍ້ຄວາມ ແລະ ຮູບພາບນ້ອຍ; ກະລຸນາເກັບວິດີໂອ ແລະ ສະໄລ້ໄວ້ບ່ອນອື່ນ.',
    },
  ),
  'archive.broken': error({
    en: 'This is not a ZIP archive that can be read, or it was damaged on the way.',
    lo: 'ນີ້ບໍ່ແມ່ນໄຟລ໌ ZIP ທີ່ອ່ານໄດ້ ຫຼື ມັນເສຍໃນລະຫວ່າງສົ່ງ.',
  }),
  'archive.path': error(
    {
      en: '“{path}” is not a path that a curriculum can have.',
      lo: 'ຊຸດຝຶກອົບຮົມມີໄຟລ໌ຊື່ “{path}” ບໍ່ໄດ້.',
    },
    { en: 'Pack the folder of the curriculum itself.', lo: 'ກະລຸນາບີບອັດໂຟນເດີຂອງຊຸດຝຶກອົບຮົມໂດຍກົງ.' },
  ),
  'archive.twice': error({ en: 'The archive holds this file twice.', lo: 'ໄຟລ໌ ZIP ມີໄຟລ໌ນີ້ສອງເທື່ອ.' }),
  'archive.no-outline': error(
    { en: 'The archive holds no curriculum.yaml.', lo: 'ໄຟລ໌ ZIP ບໍ່ມີ curriculum.yaml.' },
    { en: 'Pack the folder of the curriculum itself.', lo: 'ກະລຸນາບີບອັດໂຟນເດີຂອງຊຸດຝຶກອົບຮົມໂດຍກົງ.' },
  ),
  'file.missing': error(
    { en: 'The file is missing.', lo: 'ບໍ່ມີໄຟລ໌ນີ້.' },
    {
      en: 'See curricula/README.md for the files of a curriculum.',
      lo: 'ເບິ່ງ curricula/README.md ວ່າຊຸດຝຶກອົບຮົມມີໄຟລ໌ໃດແດ່.',
    },
  ),
  'file.link': error(
    { en: 'This is a symbolic link. Links are not followed.', lo: 'ນີ້ແມ່ນລິ້ງໄປຫາໄຟລ໌ອື່ນ. ລະບົບບໍ່ຕາມລິ້ງ.' },
    { en: 'Put the file itself into the folder.', lo: 'ກະລຸນາວາງໄຟລ໌ນັ້ນໄວ້ໃນໂຟນເດີໂດຍກົງ.' },
  ),
  'file.too-large': error({
    en: 'The file is larger than {kilobytes} kB.',
    lo: 'ໄຟລ໌ໃຫຍ່ກວ່າ {kilobytes} kB.',
  }),
  'file.not-text': error(
    { en: 'The file is not UTF-8 text.', lo: 'ໄຟລ໌ນີ້ບໍ່ແມ່ນຂໍ້ຄວາມ UTF-8.' },
    { en: 'Save it as UTF-8.', lo: 'ກະລຸນາບັນທຶກເປັນ UTF-8.' },
  ),
  'file.unknown': warning(
    { en: 'Nothing in the format uses this file.', lo: 'ບໍ່ມີສ່ວນໃດໃຊ້ໄຟລ໌ນີ້.' },
    {
      en: 'See curricula/README.md for the files of a curriculum.',
      lo: 'ເບິ່ງ curricula/README.md ວ່າຊຸດຝຶກອົບຮົມມີໄຟລ໌ໃດແດ່.',
    },
  ),
  'file.unlisted': warning({
    en: 'This file is not in the list “{list}” of curriculum.yaml, so nobody will see it.',
    lo: 'ໄຟລ໌ນີ້ບໍ່ຢູ່ໃນລາຍການ “{list}” ຂອງ curriculum.yaml ຈຶ່ງບໍ່ມີຜູ້ໃດເຫັນ.',
  }),
  'file.listed-twice': error({
    en: '“{code}” is in the list “{list}” twice.',
    lo: '“{code}” ຢູ່ໃນລາຍການ “{list}” ສອງເທື່ອ.',
  }),
  'file.name': error({
    en: 'The code in the file is {code}, so it must be called {code}.yaml.',
    lo: 'ລະຫັດໃນໄຟລ໌ແມ່ນ {code}, ສະນັ້ນໄຟລ໌ຕ້ອງຊື່ {code}.yaml.',
  }),
  'text.nested': error(
    {
      en: 'From this line on the file is longer than can be read, or nests lists, blocks or brackets deeper.',
      lo: 'ຕັ້ງແຕ່ແຖວນີ້ ໄຟລ໌ຍາວເກີນໄປ ຫຼື ມີລາຍການ, ກ່ອງ ຫຼື ວົງເລັບຊ້ອນກັນເລິກເກີນໄປ.',
    },
    { en: 'Write it more simply, or as two modules.', lo: 'ກະລຸນາຂຽນໃຫ້ງ່າຍກວ່ານີ້ ຫຼື ແບ່ງເປັນສອງໂມດູນ.' },
  ),
  'text.control': error(
    {
      en: 'The line holds the invisible character {character}, which can hide what a text says.',
      lo: 'ແຖວນີ້ມີຕົວອັກສອນທີ່ເບິ່ງບໍ່ເຫັນ {character} ຊຶ່ງອາດເຊື່ອງຄວາມໝາຍຂອງຂໍ້ຄວາມ.',
    },
    { en: 'Delete it and type the word again.', lo: 'ກະລຸນາລຶບມັນ ແລ້ວພິມຄຳນັ້ນຄືນ.' },
  ),
  'text.lao-spelling': warning(
    {
      en: '“{word}” is typed with its marks in an unusual order; searching may miss it.',
      lo: '“{word}” ພິມສະຫຼະ ແລະ ວັນນະຍຸດຜິດລຳດັບ; ອາດຄົ້ນຫາບໍ່ພົບ.',
    },
    { en: 'Type it as “{better}” ({points}).', lo: 'ກະລຸນາພິມເປັນ “{better}” ({points}).' },
  ),
  'text.not-lao': warning(
    { en: 'The Lao text here has no Lao letters.', lo: 'ຂໍ້ຄວາມພາສາລາວຢູ່ນີ້ບໍ່ມີຕົວອັກສອນລາວ.' },
    {
      en: 'Leave it out until it is translated: the English is shown with a mark.',
      lo: 'ປະຫວ່າງໄວ້ຈົນກວ່າຈະແປ: ລະບົບສະແດງພາສາອັງກິດພ້ອມເຄື່ອງໝາຍ.',
    },
  ),
  'text.not-english': warning({
    en: 'The English text here is mostly in Lao letters.',
    lo: 'ຂໍ້ຄວາມພາສາອັງກິດຢູ່ນີ້ ສ່ວນຫຼາຍເປັນຕົວອັກສອນລາວ.',
  }),
};
