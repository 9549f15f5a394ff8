import type { FieldFault } from '#lib/api/failure.js';
import type { LanguageCode } from '../language.svelte.js';

// The API names the fault of a field by the code of its schema check (zod issue codes).
const sentences: Readonly<Record<LanguageCode, Readonly<Record<string, string>>>> = {
  en: {
    too_small: 'Too short or too small.',
    too_big: 'Too long or too large.',
    invalid_type: 'Please fill this in.',
    invalid_format: 'This is not written as expected.',
    invalid_value: 'Please choose one of the values offered.',
    other: 'This cannot be accepted.',
  },
  lo: {
    too_small: 'ສັ້ນ ຫຼື ໜ້ອຍເກີນໄປ.',
    too_big: 'ຍາວ ຫຼື ຫຼາຍເກີນໄປ.',
    invalid_type: 'ກະລຸນາປ້ອນຂໍ້ມູນ.',
    invalid_format: 'ຮູບແບບບໍ່ຖືກຕ້ອງ.',
    invalid_value: 'ກະລຸນາເລືອກຄ່າທີ່ມີໃຫ້.',
    other: 'ຂໍ້ມູນນີ້ບໍ່ຖືກຕ້ອງ.',
  },
};

/** The sentence under a field, or null where the server found no fault in it. */
export function faultSentence(fault: FieldFault | undefined, language: LanguageCode): string | null {
  return fault ? (sentences[language][fault.code] ?? sentences[language].other ?? null) : null;
}
