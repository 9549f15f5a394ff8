/*
 * Short answers are compared as the server compares them (kernel/text.ts and marking.rules.ts there; a spec holds the two
 * together): case, accents, spaces, punctuation and the order in which Lao marks were typed do not count.
 */

/** Which of the right answers, each with all its spellings, are named in what a person wrote. */
export function foundIn(written: string, accepted: readonly (readonly string[])[]): boolean[] {
  const pieces = written.split(/[,;\n\u060C、]|\sand\s|\sແລະ\s|\sຫຼື\s|\sor\s/iu);
  const named = new Set([written, ...pieces].map(spelling).filter((piece) => piece !== ''));
  return accepted.map((spellings) => spellings.some((one) => named.has(spelling(one))));
}

export function spelling(text: string): string {
  return canonical(text)
    .replace(/\u0EDC/g, '\u0EAB\u0E99')
    .replace(/\u0EDD/g, '\u0EAB\u0EA1')
    .replace(/\u0EAB\u0EBC/g, '\u0EAB\u0EA5')
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Vowel before tone, NIKHAHIT and AA joined to AM, a double EI to AE. */
function canonical(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u0ECD([\u0EC8-\u0ECB]?)\u0EB2/g, '$1\u0EB3')
    .replace(/([\u0EC8-\u0ECB])\u0ECD\u0EB2/g, '$1\u0EB3')
    .replace(/\u0EB3([\u0EC8-\u0ECB])/g, '$1\u0EB3')
    .replace(/([\u0EC8-\u0ECB])([\u0EB1\u0EB4-\u0EB9\u0EBB\u0EBC])/g, '$2$1')
    .replace(/\u0EC0\u0EC0/g, '\u0EC1')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '');
}
