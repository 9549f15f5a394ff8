import { typeface } from '../typeset/families.js';
import { setType, type Sheet } from '../typeset/sheet.js';
import { GlyphOperators, number } from '../typeset/show.js';
import { fill } from '../typeset/woven-band.js';
import type { Atom, Style } from './atoms.js';
import { colours } from './house.js';

/** What PDFKit keeps about the current font and its type package does not tell of. */
interface CurrentFont {
  readonly _font: {
    readonly id: string;
    readonly subset: { includeGlyph(id: number): number };
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    ref(): PDFKit.PDFKitReference;
    encode(text: string): [codes: string[], positions: unknown];
  };
  readonly page: { readonly height: number; readonly fonts: Record<string, PDFKit.PDFKitReference> };
}

const lean = 0.2;
const lao = /\p{Script=Lao}/u;

/**
 * Writes a line of atoms with its first letter at (x, y), points from the top left of the page; y is the baseline. Each Lao word is
 * marked with its ActualText, as `showLine` does and for the reason given there.
 */
export function writeAtoms(sheet: Sheet, atoms: readonly Atom[], x: number, y: number): void {
  tint(sheet, atoms, x, y);
  const internals = sheet as unknown as CurrentFont;
  const { height } = internals.page;
  let text = `q 1 0 0 -1 0 ${number(height)} cm BT\n`;
  let at = x;
  for (let from = 0; from < atoms.length;) {
    let to = from + 1;
    while (to < atoms.length && sameStyle(atoms[to]!.style, atoms[from]!.style)) to++;
    const run = atoms.slice(from, to);
    const { style } = run[0]!;
    if (style.face === null) sheet.font('Courier-Bold', style.size);
    else setType(sheet, style.face, style.size);
    const font = internals._font;
    internals.page.fonts[font.id] ??= font.ref();
    text += `/${font.id} ${number(style.size)} Tf ${fill(style.colour)}1 0 ${style.slant ? lean : 0} 1 ${number(at)} ${number(height - y)} Tm\n`;
    text += style.face === null ? typed(font, run) : shown(font, run, style.size);
    for (const { width } of run) at += width;
    from = to;
  }
  sheet.addContent(`${text}ET Q`);
}

function shown(font: CurrentFont['_font'], run: readonly Atom[], size: number): string {
  const operators = new GlyphOperators(size);
  let marked = false;
  run.forEach((atom, index) => {
    if (index === 0 || run[index - 1]!.text.endsWith(' ')) {
      if (marked) operators.end();
      const word = wordFrom(run, index);
      marked = lao.test(word);
      if (marked) operators.begin(word);
    }
    const { glyphs, positions } = atom.shaped!;
    glyphs.forEach((glyph, place) => {
      const code = font.subset.includeGlyph(glyph.id);
      font.widths[code] ??= glyph.advanceWidth;
      font.unicode[code] ??= glyph.codePoints;
      operators.show(code.toString(16).padStart(4, '0'), positions[place]!, glyph.advanceWidth);
    });
  });
  if (marked) operators.end();
  return operators.text();
}

function typed(font: CurrentFont['_font'], run: readonly Atom[]): string {
  const [codes] = font.encode(run.map(({ text }) => text).join(''));
  return `<${codes.join('')}> Tj\n`;
}

/** The word that begins with this atom, with the space after it. */
function wordFrom(run: readonly Atom[], index: number): string {
  let word = '';
  for (let at = index; at < run.length; at++) {
    word += run[at]!.text;
    if (word.endsWith(' ')) break;
  }
  return word;
}

function sameStyle(a: Style, b: Style): boolean {
  if (a === b) return true;
  return a.face === b.face && a.size === b.size && a.colour === b.colour && a.slant === b.slant;
}

/** Behind words that wait for confirmation, and over the area of a link. */
function tint(sheet: Sheet, atoms: readonly Atom[], x: number, y: number): void {
  let at = x;
  for (const [index, { style, width, solid }] of atoms.entries()) {
    const joins = atoms[index + 1]?.style.marked === true;
    if (style.marked) {
      const top = y - style.size * 1.08;
      sheet.rect(at - 1, top, (joins ? width : solid) + 2, style.size * 1.5).fill(colours.tbc);
    }
    if (style.url !== null) sheet.link(at, y - style.size, solid, style.size * 1.3, style.url);
    at += width;
  }
}

/** The height above the baseline that capital letters reach, as a share of the size. */
export const capHeight = typeface('sans-regular').capHeight / 1000;
