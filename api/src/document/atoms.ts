import { breaksOf } from '../typeset/breaks.rules.js';
import { type TypefaceName, typeface } from '../typeset/families.js';
import type { ShapedText } from '../typeset/typeface.js';
import { drawable } from './drawable.rules.js';
import type { Inline, Span } from './flow.js';
import { colours, type Hand } from './house.js';
import type { Piece } from './lines.rules.js';

/** How a stretch of text is drawn. Null is the typewriter face for machine-readable lines, which is not shaped. */
export interface Style {
  readonly face: TypefaceName | null;
  readonly size: number;
  readonly colour: string;
  /** Latin that is emphasised leans; Lao has no slanted letters and takes a heavier weight instead. */
  readonly slant: boolean;
  readonly marked: boolean;
  readonly url: string | null;
}

/** A shaped piece of text between two places where a line may end. */
export interface Atom extends Piece {
  readonly text: string;
  readonly style: Style;
  readonly shaped: ShapedText | null;
}

/** The advance of every letter of Courier, in ems. */
const typewriter = 0.6;
const lao = /\p{Script=Lao}/u;

/** The atoms of a text. Breaks are looked for in the whole, so that a word half in bold is still a word. */
export function atomsOf(text: Inline, hand: Hand): Atom[] {
  const spans = text.flatMap((span) => (span.text === '' ? [] : [{ ...span, text: drawable(span.text) }]));
  const whole = spans.map((span) => span.text).join('');
  const breaks = breaksOf(whole);
  const atoms: Atom[] = [];
  let next = 0;
  let at = 0;
  for (const span of spans) {
    const end = at + span.text.length;
    const styles = [styleOf(span, hand, false), styleOf(span, hand, true)] as const;
    while (at < end) {
      while (next < breaks.length && breaks[next]!.at <= at) next++;
      const stop = breaks[next];
      const to = Math.min(stop?.at ?? end, end);
      const cost = stop !== undefined && stop.at === to ? stop.cost : null;
      const ends = span.ends === true && to === end;
      const piece = whole.slice(at, to);
      if (span.emphasis !== true && span.code !== true) atoms.push(atomOf(piece, styles[0], cost, ends));
      else
        for (const part of scripts(piece))
          atoms.push(atomOf(part.text, styles[part.isLao ? 1 : 0], part.last ? cost : null, part.last && ends));
      at = to;
    }
  }
  return atoms;
}

/** Emphasis is drawn differently in Lao and in Latin, so there a piece is cut where the script changes. */
function scripts(text: string): { text: string; isLao: boolean; last: boolean }[] {
  const parts = text.match(/[\p{Script=Lao}]+|[^\p{Script=Lao}]+/gu) ?? [text];
  return parts.map((part, index) => ({ text: part, isLao: lao.test(part), last: index === parts.length - 1 }));
}

function styleOf(span: Span, hand: Hand, isLao: boolean): Style {
  const leans = span.emphasis === true && span.strong !== true;
  const regular = leans && isLao ? 'sans-medium' : hand.face;
  return {
    face: span.code === true && !isLao ? null : span.strong === true ? hand.strong : regular,
    size: span.quiet === true ? hand.size * 0.82 : hand.size,
    colour: colourOf(span, hand),
    slant: leans && !isLao,
    marked: span.marked === true,
    url: span.url ?? null,
  };
}

/** A mark is pale, so what stands on it is dark wherever it stands. */
function colourOf(span: Span, hand: Hand): string {
  if (span.marked === true) return colours.ink;
  if (hand.colour === colours.white) return span.quiet === true ? colours.light : hand.colour;
  if (span.quiet === true) return colours.quiet;
  return span.url === undefined ? hand.colour : colours.indigo;
}

function atomOf(text: string, style: Style, cost: number | null, ends: boolean): Atom {
  const trimmed = text.trimEnd();
  if (style.face === null) {
    const em = typewriter * style.size;
    return { text, style, shaped: null, width: em * text.length, solid: em * trimmed.length, cost, ends };
  }
  const shaped = typeface(style.face).layout(text);
  const scale = style.size / 1000;
  return {
    text,
    style,
    shaped,
    width: shaped.advanceWidth * scale,
    solid: shaped.edges[trimmed.length]! * style.size,
    cost,
    ends,
  };
}

const graphemes = new Intl.Segmenter('lo', { granularity: 'grapheme' });

/** Atoms none of which is wider than the measure: an address too long for its column is cut where it must be. */
export function fitting(atoms: readonly Atom[], width: number): readonly Atom[] {
  if (atoms.every(({ solid }) => solid <= width)) return atoms;
  return atoms.flatMap((atom) => {
    if (atom.solid <= width) return [atom];
    const letters = Array.from(graphemes.segment(atom.text), ({ segment }) => segment);
    return letters.map((letter, index) => {
      const isLast = index === letters.length - 1;
      return atomOf(letter, atom.style, isLast ? atom.cost : 90, isLast && atom.ends);
    });
  });
}
