import type { Break } from './breaks.rules.js';

/** A text as the line breaker sees it: where it may break, and how far each UTF-16 offset is from its beginning, in ems. */
export interface Measured {
  readonly text: string;
  readonly breaks: readonly Break[];
  readonly edges: ArrayLike<number>;
}

export interface FitLimits {
  /** Points between the margins. */
  readonly width: number;
  /** The size that is wanted, and the least that is still worthy of the page. */
  readonly size: number;
  readonly least: number;
  readonly lines: number;
}

export interface Fit {
  readonly size: number;
  readonly lines: readonly string[];
  /** False when even the least size in the most lines is too wide. */
  readonly fits: boolean;
}

type Line = readonly [from: number, to: number];

/** The fewest lines that keep within the limits, as even and as large as they go. */
export function fit(measured: Measured, limits: FitLimits): Fit {
  const { width, size, least, lines } = limits;
  for (let count = 1; count <= lines; count++) {
    // A text takes a further line before it becomes small: only in the most lines may it go down to the least size.
    const floor = count === lines ? least : (size + least) / 2;
    const cut = evenly(measured, count, Infinity);
    const widest = Math.max(...cut.map((line) => ems(measured, line)));
    const largest = Math.min(size, Math.floor((width / widest) * 20) / 20);
    if (largest >= floor) return { size: largest, lines: textOf(measured, cut), fits: true };
  }
  return { size: least, lines: textOf(measured, evenly(measured, lines, Infinity)), fits: false };
}

/** As few lines of at most `width` ems as it takes, and those as even as good breaks allow. */
export function wrap(measured: Measured, width: number): readonly string[] {
  return textOf(measured, evenly(measured, fewest(measured, width), width));
}

/**
 * Cuts a text into `count` lines, or fewer when it has not enough breaks. The cost of a line is the square of what it
 * differs from the mean, in hundredths, and the square of the cost of its break (after Knuth and Plass, "Breaking
 * paragraphs into lines", 1981).
 */
function evenly(measured: Measured, count: number, limit: number): Line[] {
  const stops = stopsOf(measured);
  const last = stops.length - 1;
  const mean = ems(measured, [0, measured.text.length]) / count;
  const cost = (from: number, to: number) => {
    const length = ems(measured, [stops[from]!.at, stops[to]!.at]);
    const excess = length > limit * 1.0001 ? 1e6 * (length / limit) : 0;
    return (100 * (length / mean - 1)) ** 2 + stops[to]!.cost ** 2 + excess;
  };

  const rows: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= Math.min(count, last); line++) {
    const row: { cost: number; from: number }[] = [];
    for (let to = line; to <= last; to++)
      for (let from = line - 1; from < to; from++) {
        const before = rows[line - 1]![from];
        if (before === undefined) continue;
        const sum = before.cost + cost(from, to);
        const best = row[to];
        if (best === undefined || sum < best.cost) row[to] = { cost: sum, from };
      }
    rows.push(row);
  }

  const lines: Line[] = [];
  for (let line = rows.length - 1, to = last; line > 0; line--) {
    const from = rows[line]![to]!.from;
    lines.unshift([stops[from]!.at, stops[to]!.at]);
    to = from;
  }
  return lines;
}

/** How many lines it takes when each is filled with as much as goes in. */
function fewest(measured: Measured, width: number): number {
  const stops = stopsOf(measured);
  let count = 1;
  let start = 0;
  for (let next = 1; next < stops.length; next++) {
    const tooLong = ems(measured, [stops[start]!.at, stops[next]!.at]) > width * 1.0001;
    if (!tooLong || next - 1 === start) continue;
    count += 1;
    start = next - 1;
    next -= 1;
  }
  return count;
}

function stopsOf(measured: Measured): readonly Break[] {
  return [{ at: 0, cost: 0 }, ...measured.breaks, { at: measured.text.length, cost: 0 }];
}

/** The length of a line without the space it ends with. */
function ems({ text, edges }: Measured, [from, to]: Line): number {
  let end = to;
  while (end > from && /\s/u.test(text[end - 1]!)) end--;
  return edges[end]! - edges[from]!;
}

function textOf({ text }: Measured, lines: readonly Line[]): string[] {
  return lines.map(([from, to]) => text.slice(from, to).trimEnd());
}
