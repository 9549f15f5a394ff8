import { atomsOf, fitting, type Atom } from './atoms.js';
import type { Inline, Lang, Paragraph } from './flow.js';
import { colours, hand, type Hand } from './house.js';
import { capHeight, writeAtoms } from './line-writer.js';
import { linesOf, solidWidth } from './lines.rules.js';
import type { Setting } from './setting.js';
import { strip, type Strip } from './strips.js';

export function setParagraph(paragraph: Paragraph, setting: Setting): Strip[] {
  const look = paragraph.look ?? 'body';
  const { size } = setting;
  const made = {
    body: () => hand(size, paragraph.lang),
    lead: () => hand(size * 1.14, paragraph.lang, { colour: colours.indigo }),
    small: () => hand(size * 0.86, paragraph.lang),
    quiet: () => hand(size * 0.84, paragraph.lang, { colour: colours.quiet }),
    strong: () => hand(size, paragraph.lang, { face: 'sans-semibold' }),
    note: () => hand(size * 0.8, paragraph.lang, { colour: colours.gold }),
  }[look]();
  const coloured = setting.colour === undefined ? made : { ...made, colour: setting.colour };
  const gap = look === 'note' ? 0 : look === 'quiet' ? size * 0.2 : setting.tight === true ? size * 0.25 : size * 0.62;
  const lines = setLines(paragraph.text, coloured, setting, 'P', gap);
  // What ends in a colon announces what follows.
  const announces = /:\s*$/.test(paragraph.text.at(-1)?.text ?? '');
  return announces ? lines.map((line, index) => (index === lines.length - 1 ? { ...line, keep: true } : line)) : lines;
}

/** A text as strips, a line each; no page holds only its first line or only its last. */
export function setLines(text: Inline, hand: Hand, setting: Setting, tag: string, gap: number): Strip[] {
  const atoms = fitting(atomsOf(text, hand), setting.width);
  const lines = linesOf(atoms, setting.width);
  const path = [...setting.tags, { type: tag, lang: hand.lang }];
  return lines.map(([from, to], index) => {
    const line = atoms.slice(from, to);
    const room = setting.width - solidWidth(atoms, from, to);
    const x = setting.x + (setting.align === 'right' ? room : setting.align === 'centre' ? room / 2 : 0);
    const baseline = baselineIn(hand);
    return strip(hand.leading, ({ sheet, tagged }, y) => tagged(path, () => writeAtoms(sheet, line, x, y + baseline)), {
      gap: index === 0 ? gap : 0,
      keep: lines.length > 1 && (index === 0 || index === lines.length - 2),
    });
  });
}

/** Where the letters stand in the height of a line: capitals in its middle. */
export function baselineIn({ size, leading }: Pick<Hand, 'size' | 'leading'>): number {
  return leading / 2 + (capHeight * size) / 2;
}

/** One line that is never broken, for labels, minutes and numbers. */
export function label(text: string, hand: Hand): { atoms: readonly Atom[]; width: number } {
  const atoms = atomsOf([{ text }], hand);
  return { atoms, width: solidWidth(atoms, 0, atoms.length) };
}

export function plain(text: string): Inline {
  return [{ text }];
}

export function paragraph(text: string, lang: Lang, look?: Paragraph['look']): Paragraph {
  return look === undefined
    ? { kind: 'paragraph', text: plain(text), lang }
    : { kind: 'paragraph', text: plain(text), lang, look };
}
