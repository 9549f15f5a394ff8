type Place = [number, number, number, number];
interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LEAST = 4;

/** The rectangle between two points, whole units, inside the picture; null where it is too small to be meant. */
export function between(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  within: Bounds,
): Place | null {
  const [left, right] = [ax, bx].map((x) => clamp(x, within.x, within.x + within.width)).toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const [top, bottom] = [ay, by].map((y) => clamp(y, within.y, within.y + within.height)).toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const place: Place = [Math.round(left), Math.round(top), Math.round(right - left), Math.round(bottom - top)];
  return place[2] < LEAST || place[3] < LEAST ? null : place;
}

/** A rectangle moved, or with `grow` made larger or smaller; it stays inside the picture. */
export function nudged([x, y, width, height]: Place, dx: number, dy: number, grow: boolean, within: Bounds): Place {
  if (grow)
    return [
      x,
      y,
      clamp(width + dx, LEAST, within.x + within.width - x),
      clamp(height + dy, LEAST, within.y + within.height - y),
    ];
  return [
    clamp(x + dx, within.x, within.x + within.width - width),
    clamp(y + dy, within.y, within.y + within.height - height),
    width,
    height,
  ];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
