/** A query carries bytes as text of twice their length, so a whole curriculum goes to and from the database in several. */
const mostBytes = 4 * 1024 * 1024;

/** In order, in portions of at most 4 MiB; what is larger is a portion of its own. */
export function inPortions<Item>(items: readonly Item[], bytesOf: (item: Item) => number): Item[][] {
  const portions: Item[][] = [];
  let filled = Infinity;
  for (const item of items) {
    const bytes = bytesOf(item);
    if (filled + bytes > mostBytes) {
      portions.push([]);
      filled = 0;
    }
    portions.at(-1)!.push(item);
    filled += bytes;
  }
  return portions;
}
