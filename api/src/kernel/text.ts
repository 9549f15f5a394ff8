/*
 * Lao has several code-point orders for what reads as one letter group, and NFC unifies none of them, because most Lao
 * marks have combining class 0. Text is stored as typed; these functions make the keys that it is compared by.
 */

/** The same words in both languages of the program. */
export interface Both {
  readonly en: string;
  readonly lo: string;
}

const noise = /[\u200B-\u200D\u2060\uFEFF]/g;

/** The recommended spelling of the same text: vowel before tone, NIKHAHIT + AA joined to AM, double EI to AE. */
export function canonicalLao(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u0ECD([\u0EC8-\u0ECB]?)\u0EB2/g, '$1\u0EB3')
    .replace(/([\u0EC8-\u0ECB])\u0ECD\u0EB2/g, '$1\u0EB3')
    .replace(/\u0EB3([\u0EC8-\u0ECB])/g, '$1\u0EB3')
    .replace(/([\u0EC8-\u0ECB])([\u0EB1\u0EB4-\u0EB9\u0EBB\u0EBC])/g, '$2$1')
    .replace(/\u0EC0\u0EC0/g, '\u0EC1')
    .replace(noise, '');
}

/** The folded key for search and duplicate checks: spelling variants, case, accents, Lao digits and spaces fold together. */
export function searchKey(text: string): string {
  return canonicalLao(text)
    .replace(/\u0EDC/g, '\u0EAB\u0E99')
    .replace(/\u0EDD/g, '\u0EAB\u0EA1')
    .replace(/\u0EAB\u0EBC/g, '\u0EAB\u0EA5')
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** A number or code as people type it: Lao digits read, everything but letters and digits dropped, upper case. */
export function numberKey(text: string): string {
  return searchKey(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const laoWords = new Intl.Segmenter('lo', { granularity: 'word' });

/** The words of a text, Lao ones found by dictionary, joined by single spaces: what a `simple` text index can hold. */
export function segmented(text: string): string {
  return Array.from(laoWords.segment(searchKey(text)))
    .filter((part) => part.isWordLike)
    .map((part) => part.segment)
    .join(' ');
}
