import { fitted, type Hand, TooLong, widthOf } from '../typeset/pen.js';
import { colours } from './certificate.artwork.js';
import { FactsUnfit } from './certificate.facts.js';
import type { CertificateWords } from './certificate.words.js';

/** A text of the column in the middle: how it is set, how far it may shrink, and the air above it. */
interface Piece {
  /** The fact to blame when the text is too long for the page. */
  readonly path: string;
  readonly tag: 'H1' | 'P';
  readonly text: string;
  readonly hand: Hand;
  readonly least: number;
  readonly lines: number;
  /** Share of the free height that stands above the piece. */
  readonly air: number;
  /** The size that is wanted when the text takes more than one line. */
  readonly stacked?: number;
}

export interface SetPiece {
  readonly tag: 'H1' | 'P';
  readonly lines: readonly string[];
  readonly hand: Hand;
  /** The first baseline, and the edges of the space that the lines take, from the top of the page. */
  readonly y: number;
  readonly top: number;
  readonly end: number;
}

/** Lao stands taller than Latin: two marks above, one below. In ems. */
const reach = { lo: { above: 1, below: 0.36, leading: 1.5 }, en: { above: 0.78, below: 0.26, leading: 1.35 } } as const;

/** What a share of air is at least, in points. */
const leastAir = 5.5;

/** Sets all lines between two heights: each as large as it may be, the free height shared out as air between them. */
export function setColumn(words: CertificateWords, measure: number, top: number, bottom: number): SetPiece[] {
  const pieces = piecesOf(words, measure);
  const airs = pieces.reduce((sum, { air }) => sum + air, 0.6);
  // All lines together give way a little before any page is refused.
  for (const scale of [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76]) {
    const set = pieces.map((piece) => setPiece(piece, measure, scale));
    const free = bottom - top - set.reduce((sum, { height }) => sum + height, 0);
    if (free >= airs * leastAir * scale) return placed(pieces, set, top, free / airs);
  }
  throw new FactsUnfit([{ path: '', message: 'the texts together are too long for one page' }]);
}

function piecesOf(words: CertificateWords, measure: number): Piece[] {
  const { indigo, ink, quiet, gold } = colours;
  const lao = (face: Hand['face'], size: number, colour: string): Hand => ({
    face,
    size,
    colour,
    lang: 'lo',
    leading: reach.lo.leading,
  });
  const latin = (face: Hand['face'], size: number, colour: string, tracking = 0): Hand => ({
    face,
    size,
    colour,
    lang: 'en',
    leading: reach.en.leading,
    tracking,
  });
  const piece = (
    path: string,
    text: string | null,
    hand: Hand,
    least: number,
    lines: number,
    air: number,
    tag: Piece['tag'] = 'P',
  ): Piece[] => (text === null ? [] : [{ path, text, hand, least, lines, air, tag }]);
  /** Two texts on one line where they go on one line, else on a line each. */
  const together = (
    path: string,
    texts: readonly string[],
    by: string,
    hand: Hand,
    least: number,
    air: number,
  ): Piece[] => {
    const whole = texts.join(by);
    if (texts.length < 2 || widthOf(whole, hand) <= measure) return piece(path, whole || null, hand, least, 2, air);
    return texts.flatMap((text, index) => piece(path, text, hand, least, 2, index === 0 ? air : 0.05));
  };

  return [
    ...piece('motto', words.motto[0] ?? null, lao('serif-semibold', 11.5, ink), 10, 1, 0.4),
    ...piece('motto', words.motto[1] ?? null, lao('serif-regular', 10.5, ink), 9, 1, 0.1),
    ...piece('issuer.departmentLo', words.departmentLo, lao('serif-semibold', 13, indigo), 9, 2, 1),
    ...piece('issuer.departmentEn', words.departmentEn, latin('serif-regular', 9.5, quiet, 0.3), 7, 2, 0.1),
    ...piece('kind', words.titleLo, lao('serif-semibold', 37, indigo), 28, 1, 1.2, 'H1'),
    ...piece('kind', words.titleEn, latin('serif-regular', 12.5, gold, 3.2), 10, 1, 0.25),
    ...piece('kind', words.certifies, lao('serif-regular', 10, quiet), 9, 1, 2),
    ...piece('person.nameLo', words.nameLo, lao('serif-semibold', 30, ink), 16, 2, 0.4).map((name) => ({
      ...name,
      stacked: 22,
    })),
    ...piece('person.nameEn', words.nameEn, latin('serif-regular', 15.5, ink), 9.5, 2, 0.9),
    ...together('person.unitLo', words.unit, ' · ', lao('serif-regular', 10.5, quiet), 7.5, 0.15),
    ...piece('kind', words.did, lao('serif-regular', 10, quiet), 9, 1, 1.3),
    ...piece('course.titleLo', words.courseLo, lao('serif-semibold', 16.5, indigo), 11, 2, 0.3),
    ...piece('course.titleEn', words.courseEn, latin('serif-regular', 12.5, ink), 9, 2, 0.1),
    ...piece('placeLo', words.particularsLo, lao('serif-regular', 10.5, ink), 8, 2, 1),
    ...piece('placeEn', words.particularsEn, latin('serif-regular', 9.5, quiet), 7.5, 2, 0.1),
    ...piece('trainers', words.trainersLo, lao('serif-regular', 9, ink), 7, 2, 0.8),
    ...piece('trainers', words.trainersEn, latin('serif-regular', 8.5, quiet), 6.5, 2, 0.05),
    ...together('donors', words.support, ' — ', lao('serif-regular', 8.5, quiet), 6.5, 0.4),
  ];
}

function setPiece(piece: Piece, measure: number, scale: number) {
  const hand = { ...piece.hand, size: piece.hand.size * scale, tracking: (piece.hand.tracking ?? 0) * scale };
  const { above, below, leading } = reach[hand.lang ?? 'lo'];
  try {
    const tracked = hand.tracking * Array.from(piece.text).length;
    const limits = { width: measure - tracked, least: piece.least * scale, lines: piece.lines };
    const wanted = fitted(piece.text, hand, limits);
    const stacked = wanted.lines.length > 1 && piece.stacked !== undefined;
    const { size, lines } = stacked
      ? fitted(piece.text, { ...hand, size: piece.stacked! * scale }, { ...limits, width: limits.width * 0.8 })
      : wanted;
    return { hand: { ...hand, size }, lines, height: size * (above + below + (lines.length - 1) * leading) };
  } catch (failure) {
    if (failure instanceof TooLong)
      throw new FactsUnfit([{ path: piece.path, message: 'is too long for its place on the page' }]);
    throw failure;
  }
}

function placed(
  pieces: readonly Piece[],
  set: readonly ReturnType<typeof setPiece>[],
  from: number,
  share: number,
): SetPiece[] {
  let end = from;
  return set.map(({ hand, lines, height }, index) => {
    const top = end + pieces[index]!.air * share;
    end = top + height;
    return { tag: pieces[index]!.tag, lines, hand, y: top + hand.size * reach[hand.lang ?? 'lo'].above, top, end };
  });
}
