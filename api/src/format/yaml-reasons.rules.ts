import type { ErrorCode } from 'yaml';
import type { Both } from '../kernel/text.js';

/** What is wrong with a text that is not YAML, by the class that its reader gives. */
const reasons: Record<ErrorCode, Both> = {
  ALIAS_PROPS: { en: 'an alias (*) is not allowed, write the text out', lo: 'ໃຊ້ * ອ້າງອີງບໍ່ໄດ້, ໃຫ້ຂຽນຂໍ້ຄວາມເຕັມ' },
  BAD_ALIAS: { en: 'an alias (*) is not allowed, write the text out', lo: 'ໃຊ້ * ອ້າງອີງບໍ່ໄດ້, ໃຫ້ຂຽນຂໍ້ຄວາມເຕັມ' },
  BAD_COLLECTION_TYPE: { en: 'a tag (!) does not fit what follows it', lo: 'ປ້າຍ (!) ບໍ່ກົງກັບສິ່ງທີ່ຕາມຫຼັງ' },
  BAD_DIRECTIVE: { en: 'a line that begins with % is not read', lo: 'ລະບົບບໍ່ອ່ານແຖວທີ່ເລີ່ມດ້ວຍ %' },
  BAD_DQ_ESCAPE: {
    en: 'a backslash in quotes stands before a letter that it cannot change',
    lo: 'ໃນວົງຢືມມີ \\ ຢູ່ໜ້າຕົວອັກສອນທີ່ໃຊ້ນຳບໍ່ໄດ້',
  },
  BAD_INDENT: {
    en: 'the line begins further left or right than those it belongs to',
    lo: 'ແຖວນີ້ຫຍັບຊ້າຍ ຫຼື ຂວາ ບໍ່ຕົງກັບແຖວອື່ນໃນກຸ່ມດຽວກັນ',
  },
  BAD_PROP_ORDER: { en: 'a mark stands before the : ? or - it belongs behind', lo: 'ເຄື່ອງໝາຍຢູ່ກ່ອນ : ? ຫຼື - ແທນທີ່ຈະຢູ່ຫຼັງ' },
  BAD_SCALAR_START: {
    en: 'a text without quotes begins with a character that has a meaning of its own',
    lo: 'ຂໍ້ຄວາມທີ່ບໍ່ມີວົງຢືມ ເລີ່ມດ້ວຍເຄື່ອງໝາຍທີ່ມີຄວາມໝາຍພິເສດ',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'one line holds two fields, or a colon stands in a text without quotes',
    lo: 'ແຖວດຽວມີສອງຊ່ອງຂໍ້ມູນ ຫຼື ມີ : ໃນຂໍ້ຄວາມທີ່ບໍ່ມີວົງຢືມ',
  },
  BLOCK_IN_FLOW: {
    en: 'inside brackets a list or group is written over lines of its own',
    lo: 'ພາຍໃນວົງເລັບມີລາຍການ ຫຼື ກຸ່ມທີ່ຂຽນແຍກເປັນຫຼາຍແຖວ',
  },
  DUPLICATE_KEY: { en: 'the same field is written twice', lo: 'ຊ່ອງຂໍ້ມູນດຽວກັນຂຽນສອງເທື່ອ' },
  IMPOSSIBLE: { en: 'the text cannot be read', lo: 'ອ່ານຂໍ້ຄວາມບໍ່ໄດ້' },
  KEY_OVER_1024_CHARS: { en: 'the name of a field is far too long', lo: 'ຊື່ຂອງຊ່ອງຂໍ້ມູນຍາວເກີນໄປ' },
  MISSING_CHAR: {
    en: 'a sign is missing: a quote, a bracket, a comma, a colon or a space',
    lo: 'ຂາດເຄື່ອງໝາຍໜຶ່ງ: ວົງຢືມ, ວົງເລັບ, ຈຸດຂັ້ນ, : ຫຼື ຍະຫວ່າງ',
  },
  MULTILINE_IMPLICIT_KEY: {
    en: 'the line is neither a field nor the rest of a text',
    lo: 'ແຖວນີ້ບໍ່ແມ່ນຊ່ອງຂໍ້ມູນ ຫຼື ສ່ວນຕໍ່ຂອງຂໍ້ຄວາມ',
  },
  MULTIPLE_ANCHORS: { en: 'there are two anchors (&) here', lo: 'ມີ & ສອງອັນຢູ່ນີ້' },
  MULTIPLE_DOCS: { en: 'a line of --- begins a second document', lo: 'ແຖວ --- ເລີ່ມເອກະສານທີສອງ' },
  MULTIPLE_TAGS: { en: 'there are two tags (!) here', lo: 'ມີປ້າຍ (!) ສອງອັນຢູ່ນີ້' },
  NON_STRING_KEY: { en: 'the name of a field must be a word', lo: 'ຊື່ຂອງຊ່ອງຂໍ້ມູນຕ້ອງເປັນຄຳ' },
  RESOURCE_EXHAUSTION: { en: 'brackets or lists are nested too deep', lo: 'ວົງເລັບ ຫຼື ລາຍການຊ້ອນກັນເລິກເກີນໄປ' },
  TAB_AS_INDENT: { en: 'the line begins with a tab, use spaces', lo: 'ແຖວເລີ່ມດ້ວຍແທັບ (Tab), ໃຫ້ໃຊ້ຍະຫວ່າງ' },
  TAG_RESOLVE_FAILED: { en: 'a tag (!) is not known', lo: 'ບໍ່ຮູ້ຈັກປ້າຍ (!)' },
  UNEXPECTED_TOKEN: { en: 'something stands here that cannot stand here', lo: 'ມີສິ່ງທີ່ຢູ່ບ່ອນນີ້ບໍ່ໄດ້' },
};

/** Classes of which our sentence says all; of the others the reader's own words say which sign or letter it was. */
const whole = new Set<ErrorCode>(['ALIAS_PROPS', 'BAD_ALIAS', 'DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAB_AS_INDENT']);

export function yamlReason({ code, message }: { readonly code: ErrorCode; readonly message: string }): {
  reason: Both;
  detail: string | null;
} {
  return { reason: reasons[code], detail: whole.has(code) ? null : message.replace(/\s+/g, ' ') };
}
