import type { Both } from '../kernel/text.js';

/** How words of the format are written, as the shapes of its files ask for it: “must be …”. */
export const wordForms = {
  slug: {
    en: 'lower-case letters, digits and hyphens, beginning with a letter',
    lo: 'ຕົວພິມນ້ອຍ, ຕົວເລກ ແລະ ຂີດຕໍ່, ເລີ່ມດ້ວຍຕົວອັກສອນ',
  },
  folder: { en: 'lower-case letters, digits and hyphens', lo: 'ຕົວພິມນ້ອຍ, ຕົວເລກ ແລະ ຂີດຕໍ່' },
  code: { en: 'capital letters and digits, such as M02', lo: 'ຕົວພິມໃຫຍ່ ແລະ ຕົວເລກ ເຊັ່ນ M02' },
  criterion: { en: 'capital letters and digits, such as R1', lo: 'ຕົວພິມໃຫຍ່ ແລະ ຕົວເລກ ເຊັ່ນ R1' },
  questionId: {
    en: 'the module code, a hyphen and a word, such as M02-p1',
    lo: 'ລະຫັດໂມດູນ, ຂີດຕໍ່ ແລະ ຄຳໜຶ່ງ ເຊັ່ນ M02-p1',
  },
  objectiveId: {
    en: 'the module code, a dot and a number, such as M02.1',
    lo: 'ລະຫັດໂມດູນ, ເມັດ ແລະ ຕົວເລກ ເຊັ່ນ M02.1',
  },
  series: { en: 'two to six capital letters, such as FND', lo: 'ຕົວພິມໃຫຍ່ 2 ຫາ 6 ຕົວ ເຊັ່ນ FND' },
  version: { en: 'a semantic version such as 0.1.0', lo: 'ເລກສະບັບ ເຊັ່ນ 0.1.0' },
  mrz: { en: 'capital letters, digits and <, at most 44', lo: 'ຕົວພິມໃຫຍ່, ຕົວເລກ ແລະ <, ບໍ່ເກີນ 44 ຕົວ' },
  visible: {
    en: 'a text without invisible control characters',
    lo: 'ຂໍ້ຄວາມທີ່ບໍ່ມີຕົວອັກສອນທີ່ເບິ່ງບໍ່ເຫັນ',
  },
  drawOrBlueprint: { en: 'the only one of draw and blueprint', lo: 'ຢ່າງດຽວໃນ draw ແລະ blueprint' },
} as const satisfies Record<string, Both>;

const byEnglish = new Map<string, Both>(Object.values(wordForms).map((form) => [form.en, form]));

/** The form whose English a shape gave as its message, or null for a message that is not ours. */
export function wordForm(english: string): Both | null {
  return byEnglish.get(english) ?? null;
}
