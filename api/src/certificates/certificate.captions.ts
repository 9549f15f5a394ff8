import { type Block, fitted, type Hand, TooLong } from '../typeset/pen.js';
import { a4 } from '../typeset/sheet.js';
import { area, colours } from './certificate.artwork.js';
import { FactsUnfit } from './certificate.facts.js';
import type { CertificateWords } from './certificate.words.js';

/** The foot of the page: two lines to sign on, left and right of the code and what identifies the paper. */
export interface Foot {
  /** The upper edge of the code, from the top of the page, and its side, in points. */
  readonly top: number;
  readonly side: number;
  readonly captions: readonly { readonly lines: readonly string[]; readonly hand: Hand; readonly block: Block }[];
  readonly rules: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

export const measure = area.right - area.left;
export const centre = a4.long / 2;

/** Three pixels a module at 150 dots an inch, which is what the poorest office scanner gives. */
const leastModule = 1.46;
const leastSide = 72;
const underCode = 27;
const codeWidth = 170;
const ruleWidth = 216;

export function setFoot(words: CertificateWords, modules: number): Foot {
  const side = Math.max(leastSide, modules * leastModule);
  const top = area.bottom - side - underCode;
  const middle = Math.max(side, codeWidth);
  const column = (measure - middle) / 2 - 8;
  const columns = [area.left, area.right - column];
  const line = area.bottom - 32;
  const strong: Hand = { face: 'serif-semibold', size: 10, colour: colours.ink, lang: 'lo' };
  const latin: Hand = { face: 'serif-regular', size: 8.5, colour: colours.quiet, lang: 'en' };

  const signatures = words.signatures.flatMap(({ lo, en, path }, index) => [
    caption(`${path}Lo`, lo, strong, { x: columns[index]!, y: line + 14, width: column }),
    caption(`${path}En`, en, latin, { x: columns[index]!, y: line + 26, width: column }),
  ]);
  const code = { x: centre - middle / 2, width: middle };
  return {
    top,
    side,
    captions: [
      // The day stands over the issuing signature, where Lao letters have it.
      caption(
        'issuedOn',
        words.issued,
        { ...strong, face: 'serif-regular', size: 8.5 },
        { x: columns[0]!, y: top + 14, width: column },
      ),
      ...signatures,
      caption(
        'number',
        words.number,
        { face: 'sans-semibold', size: 9.5, colour: colours.ink, lang: 'en', tracking: 0.4 },
        { ...code, y: area.bottom - 16 },
      ),
      caption(
        'verifyCode',
        words.code,
        { face: 'sans-regular', size: 7, colour: colours.quiet, lang: 'en', tracking: 0.3 },
        { ...code, y: area.bottom - 6 },
      ),
    ],
    rules: columns.map((x) => ({
      x: x + Math.max(0, (column - ruleWidth) / 2),
      y: line,
      width: Math.min(column, ruleWidth),
    })),
  };
}

function caption(path: string, text: string, hand: Hand, block: Block) {
  const tracked = (hand.tracking ?? 0) * text.length;
  try {
    const { size, lines } = fitted(text, hand, { width: block.width - tracked, least: hand.size * 0.6, lines: 1 });
    return { lines, hand: { ...hand, size }, block: { ...block, align: 'centre' as const } };
  } catch (failure) {
    if (failure instanceof TooLong) throw new FactsUnfit([{ path, message: 'is too long for its place on the page' }]);
    throw failure;
  }
}
