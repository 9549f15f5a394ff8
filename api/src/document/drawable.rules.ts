/** What stands in for letters that no typeface here has. */
const stands: Readonly<Record<string, string>> = {
  '→': '›',
  '←': '‹',
  '⇒': '›',
  '↔': '–',
  '≥': '>=',
  '≤': '<=',
  '≠': '=/=',
  '≈': '~',
  '±': '+/–',
  '½': '1/2',
  '¼': '1/4',
  '²': '2',
  '³': '3',
  '✓': '+',
  '✗': '×',
  '☐': '[ ]',
  '№': 'No.',
  '†': '*',
  '‡': '**',
  '\u2011': '-',
  '\u00ad': '',
  '\t': ' ',
  '\n': ' ',
};

/** Letters that the faces of the house have: Latin with its accents, Lao, common punctuation. */
const covered =
  /^[\u0020-\u007E\u00A0-\u00A3\u00A5\u00A7-\u00AB\u00AE-\u00B0\u00B4-\u00BB\u00BF-\u024F\u0E80-\u0EFF\u2010\u2012-\u2015\u2018-\u201E\u2022\u2026\u2030\u2039\u203A\u20AC\u20AD\u2212\u200B]*$/u;

/** The text with every letter that can be drawn; a letter that cannot is replaced by what means the same, or by a question mark. */
export function drawable(text: string): string {
  if (covered.test(text)) return text;
  return Array.from(text, (letter) => stands[letter] ?? (covered.test(letter) ? letter : '?')).join('');
}
