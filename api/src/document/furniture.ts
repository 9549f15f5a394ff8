import { deflateSync } from 'node:zlib';
import { type PackedPicture, stamp } from '../typeset/sheet.js';
import { bandHeight, bandOperators } from '../typeset/woven-band.js';
import type { DocumentModel } from './flow.js';
import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import type { PageLayout } from './layouts.js';
import { label } from './set-text.js';
import type { Easel } from './strips.js';

const size = 8;

/** The head and the foot of a page: which book, which version, where in it, how far through, and what is still a draft. */
export function drawFurniture(
  { sheet, ornament }: Easel,
  { head, foot, lang, layout: way }: Pick<DocumentModel, 'head' | 'foot' | 'lang' | 'layout'>,
  { width, height, side }: PageLayout,
  running: string,
  number: number,
  of: number,
): void {
  const quiet = hand(size, lang, { colour: colours.quiet });
  const right = width - side;
  ornament(() => {
    stamp(sheet, way === 'portrait' ? 'Band' : 'WideBand', band(width, way));
    const left = cut(head, quiet, width * 0.5 - side);
    writeAtoms(sheet, left.atoms, side, 44);
    const now = cut(running, { ...quiet, face: 'sans-medium', colour: colours.indigo }, width * 0.5 - side - 12);
    writeAtoms(sheet, now.atoms, right - now.width, 44);
    sheet.rect(side, 52, width - 2 * side, 0.5).fill(colours.line);
    const base = height - 30;
    sheet.rect(side, base - 15, width - 2 * side, 0.5).fill(colours.line);
    writeAtoms(sheet, label(foot.left, quiet).atoms, side, base);
    const page = label(foot.page(number, of), { ...quiet, face: 'sans-medium', colour: colours.ink });
    writeAtoms(sheet, page.atoms, right - page.width, base);
    if (foot.mark === null) return;
    const mark = label(foot.mark, { ...quiet, face: 'sans-medium', colour: colours.gold });
    writeAtoms(sheet, mark.atoms, (width - mark.width) / 2, base);
  });
}

const thread = 0.62;
const bands = new Map<string, PackedPicture>();

/** The woven band along the upper edge, compressed once for all pages of all documents. */
function band(width: number, way: string): PackedPicture {
  const known = bands.get(way);
  if (known !== undefined) return known;
  const cloth = { ground: colours.indigo, thread: colours.thread, light: colours.light };
  const made = {
    width,
    height: bandHeight(thread),
    packed: deflateSync(bandOperators(0, 0, width, thread, cloth), { level: 9 }),
  };
  bands.set(way, made);
  return made;
}

/** A line that is not to be longer than its place ends in an ellipsis. */
function cut(text: string, face: ReturnType<typeof hand>, width: number): ReturnType<typeof label> {
  const whole = label(text, face);
  if (whole.width <= width) return whole;
  let kept = whole.atoms.length - 1;
  while (kept > 1) {
    const shorter = label(
      `${whole.atoms
        .slice(0, kept)
        .map((atom) => atom.text)
        .join('')
        .trimEnd()}…`,
      face,
    );
    if (shorter.width <= width) return shorter;
    kept -= 1;
  }
  return whole;
}
