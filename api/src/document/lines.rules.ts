/** A piece of a line that is never cut, as the breaker sees it; lengths in points. */
export interface Piece {
  readonly width: number;
  /** Without the space it ends with. */
  readonly solid: number;
  /** How gladly the line ends after it, in hundredths; null: never. */
  readonly cost: number | null;
  /** The line ends after it. */
  readonly ends: boolean;
}

export type Line = readonly [from: number, to: number];

/**
 * Cuts pieces into lines of at most `width`, ragged at the right. The lines of the whole paragraph are chosen together: the cost
 * of one is the square of the room it leaves and of the cost of its break (after Knuth and Plass, "Breaking paragraphs
 * into lines", 1981). A last line costs nothing unless it is a lone scrap. What is wider than the line stands alone in it.
 */
export function linesOf(pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let to = 1; to <= pieces.length; to++) {
    if (!pieces[to - 1]!.ends && to < pieces.length) continue;
    lines.push(...paragraph(pieces, from, to, width));
    from = to;
  }
  return lines;
}

function paragraph(pieces: readonly Piece[], start: number, end: number, width: number): Line[] {
  if (solidWidth(pieces, start, end) <= width) return [[start, end]];
  const best = new Float64Array(end - start + 1).fill(Infinity);
  const came = new Int32Array(end - start + 1);
  best[0] = 0;
  for (let to = start + 1; to <= end; to++) {
    const last = pieces[to - 1]!;
    if (to < end && last.cost === null) continue;
    let length = last.solid - last.width;
    for (let from = to - 1; from >= start; from--) {
      length += pieces[from]!.width;
      const excess = length > width + 0.01;
      if (best[from - start]! < Infinity) {
        const room = (100 * (width - length)) / width;
        const lone = to === end ? (room > 91 ? 500 : 0) : room ** 2;
        const sum = best[from - start]! + (excess ? 1e7 + room ** 2 : lone) + (to === end ? 0 : last.cost! ** 2);
        if (sum < best[to - start]!) {
          best[to - start] = sum;
          came[to - start] = from;
        }
        // Any line from further back is wider still.
        if (excess) break;
      }
    }
  }
  const lines: Line[] = [];
  for (let to = end; to > start; to = came[to - start]!) lines.unshift([came[to - start]!, to]);
  return lines;
}

export function solidWidth(pieces: readonly Piece[], from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += at === to - 1 ? pieces[at]!.solid : pieces[at]!.width;
  return width;
}
