interface Place {
  readonly id: string;
  /** x, y, width and height. */
  readonly at: readonly number[];
}

/**
 * The place that was meant by a tap: of those it falls into the smallest, since places may lie in one another; else the
 * nearest that is no farther than `reach`, because a finger is wider than many a place. Null: none.
 */
export function placeAt(places: readonly Place[], x: number, y: number, reach: number): string | null {
  const ranked = places
    .map(({ id, at: [left = 0, top = 0, width = 0, height = 0] }) => ({
      id,
      away: Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height)),
      area: width * height,
    }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away || a.area - b.area);
  return ranked[0]?.id ?? null;
}
