import { type TypefaceName, typeface } from './families.js';
import { fit, type FitLimits, wrap } from './lines.rules.js';
import { setType, type Sheet } from './sheet.js';
import { showLine } from './show.js';

export interface Hand {
  readonly face: TypefaceName;
  /** Points; with `least`, the size that is wanted. */
  readonly size: number;
  readonly colour: string;
  /** Distance from one baseline to the next, as a multiple of the size. Lao stacks marks: 1.5 and more. */
  readonly leading?: number;
  /** Points between Latin capitals. Lao takes none: it would tear marks from their letters. */
  readonly tracking?: number;
  readonly lang?: 'lo' | 'en';
}

export interface Block {
  /** The left edge, the measure and the first baseline, in points from the top left of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'centre' | 'right';
}

/** What was written: the size it took and the baseline of its last line. */
export interface Written {
  readonly size: number;
  readonly lines: number;
  readonly y: number;
}

const graphemes = new Intl.Segmenter('lo', { granularity: 'grapheme' });

export class TooLong extends Error {
  constructor(readonly text: string) {
    super(`The text is too long for its place on the page: ${text}`);
  }
}

/** A text in as large a size and as few lines as keep within the limits. Throws `TooLong` when no allowed size does. */
export function fitted(
  text: string,
  hand: Hand,
  limits: Omit<FitLimits, 'size'>,
): { size: number; lines: readonly string[] } {
  const answer = fit(typeface(hand.face).measured(text), { ...limits, size: hand.size });
  if (!answer.fits) throw new TooLong(text);
  return answer;
}

/** As `fitted`, for places where a page must come out whatever it holds: what is too long ends in an ellipsis. */
export function fittedOrCut(
  text: string,
  hand: Hand,
  limits: Omit<FitLimits, 'size'>,
): { size: number; lines: readonly string[] } {
  const answer = fit(typeface(hand.face).measured(text), { ...limits, size: hand.size });
  if (answer.fits) return answer;
  const least = { ...hand, size: limits.least };
  const lines = wrapped(text, least, limits.width).slice(0, limits.lines);
  const all = lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '');
  return {
    size: limits.least,
    lines: lines.map((line, index) => cut(line, least, limits.width, !all && index === lines.length - 1)),
  };
}

/** Cuts a text into the fewest lines of the width, as even as good breaks allow. */
export function wrapped(text: string, hand: Hand, width: number): readonly string[] {
  return wrap(typeface(hand.face).measured(text), width / hand.size);
}

export function widthOf(text: string, hand: Hand): number {
  const tracking = (hand.tracking ?? 0) * Math.max(0, Array.from(text).length - 1);
  return typeface(hand.face).width(text, hand.size) + tracking;
}

/** Writes lines below one another as one tagged paragraph, each copied out as exactly the text it was given. */
export function write(sheet: Sheet, tag: string, lines: readonly string[], hand: Hand, block: Block): Written {
  const leading = hand.size * (hand.leading ?? 1.6);
  const options = { lang: hand.lang ?? 'lo' };
  sheet.addStructure(
    sheet.struct(tag, options, [
      () => lines.forEach((line, index) => writeLine(sheet, line, hand, { ...block, y: block.y + index * leading })),
    ]),
  );
  return { size: hand.size, lines: lines.length, y: block.y + (lines.length - 1) * leading };
}

function cut(line: string, hand: Hand, width: number, always: boolean): string {
  if (!always && widthOf(line, hand) <= width) return line;
  const letters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, hand) > width) letters.pop();
  // A leading vowel belongs to the consonant that was cut away.
  return `${letters.join('').replace(/[\s\u0EC0-\u0EC4]+$/u, '')}…`;
}

function writeLine(sheet: Sheet, line: string, hand: Hand, { x, y, width, align = 'left' }: Block): void {
  const length = widthOf(line, hand);
  const room = align === 'centre' ? (width - length) / 2 : align === 'right' ? width - length : 0;
  setType(sheet, hand.face, hand.size);
  sheet.fillColor(hand.colour);
  showLine(sheet, line, typeface(hand.face).layout(line), x + room, y, hand.tracking ?? 0);
}
