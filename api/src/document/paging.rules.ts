/** What the division into pages needs to know of a strip. */
export interface StripFacts {
  readonly height: number;
  readonly gap: number;
  readonly keep: boolean;
  readonly breaks?: boolean | undefined;
  readonly repeat?: readonly { readonly height: number; readonly gap: number }[] | undefined;
}

export interface Placed {
  /** Which strip; null stands for the repeated one of that place in `repeat`. */
  readonly index: number;
  readonly repeated: number | null;
  readonly y: number;
}

/**
 * Divides strips over pages of a height. A page ends where it is full, but never after a strip that must stay with the next:
 * then it ends before the whole group, unless the group is longer than a page, which is cut where it must be.
 */
export function pagesOf(strips: readonly StripFacts[], height: number): Placed[][] {
  const pages: Placed[][] = [];
  let start = 0;
  while (start < strips.length) {
    const { placed, next } = pageFrom(strips, start, height);
    pages.push(placed);
    start = next;
  }
  return pages;
}

function pageFrom(strips: readonly StripFacts[], start: number, height: number): { placed: Placed[]; next: number } {
  const placed: Placed[] = [];
  let y = 0;
  for (const [place, { height: tall }] of (strips[start]!.repeat ?? []).entries()) {
    placed.push({ index: start, repeated: place, y });
    y += tall;
  }
  const repeats = placed.length;
  let at = start;
  for (; at < strips.length; at++) {
    const { height: tall, gap, breaks } = strips[at]!;
    if (breaks === true && at > start) break;
    const top = at === start ? y : y + gap;
    if (top + tall > height + 0.01 && at > start) break;
    placed.push({ index: at, repeated: null, y: top });
    y = top + tall;
  }
  let cut = at;
  if (at < strips.length && strips[at]!.breaks !== true) while (cut > start && strips[cut - 1]!.keep) cut--;
  if (cut === start) cut = at;
  return { placed: placed.slice(0, repeats + cut - start), next: cut };
}
