/**
 * The one ornament: a band after the hem of the Lao *sinh*, whose figures are woven in steps, thread by thread. It is
 * drawn on the same grid: stepped lozenges in a row, hooks between them, a twill along both edges.
 */
const rows = 19;
const period = 20;

export interface BandColours {
  readonly ground: string;
  readonly thread: string;
  readonly light: string;
}

/** Height of a band of the given thread, in points. */
export function bandHeight(thread: number): number {
  return rows * thread;
}

/** Content operators of a band from (x, y), the top left corner. A band ends between two figures. */
export function bandOperators(x: number, y: number, width: number, thread: number, colours: BandColours): string {
  const figures = Math.round(width / thread / period);
  const cell = width / (figures * period + 1);
  const ground = `${fill(colours.ground)}${point(x)} ${point(y)} ${point(width)} ${point(rows * thread)} re f\n`;
  // Every figure is written with the same letters and moved into its place: compressed, the band is the size of one.
  const woven = (columns: number) =>
    `${fill(colours.thread)}${cells('thread', columns)}f\n${fill(colours.light)}${cells('light', columns)}f\n`;
  const figure = `${woven(period)}1 0 0 1 ${period} 0 cm\n`;
  return `${ground}q ${point(cell)} 0 0 ${point(thread)} ${point(x)} ${point(y)} cm\n${figure.repeat(figures)}${woven(1)}Q\n`;
}

/** The crossings of one colour in the first columns of a figure, as rectangles in threads. */
function cells(colour: 'thread' | 'light', columns: number): string {
  let path = '';
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns;) {
      let end = column;
      while (end < columns && colourAt(end, row) === colour) end++;
      if (end > column) path += `${column} ${row} ${end - column} 1 re\n`;
      column = Math.max(end, column + 1);
    }
  return path;
}

/** A colour `#rrggbb` as the operator that fills with it. */
export function fill(colour: string): string {
  return `${channels(colour)} rg\n`;
}

export function stroke(colour: string): string {
  return `${channels(colour)} RG\n`;
}

/** The colour of one crossing of warp and weft; null is the ground. */
function colourAt(column: number, row: number): 'thread' | 'light' | null {
  const middle = (rows - 1) / 2;
  const across = Math.abs(column - period / 2);
  const up = Math.abs(row - middle);
  if (up === middle) return null;
  if (up === middle - 1) return column % 4 < 2 ? 'thread' : null;
  if (up === middle - 2) return null;
  const lozenge = across + up;
  if (lozenge <= 1) return 'light';
  if (lozenge === 3 || lozenge === 6) return 'thread';
  const between = period / 2 - across + Math.abs(up - (middle - 3));
  if (lozenge > 7 && between <= 1) return 'light';
  if (lozenge > 7 && between === 3) return 'thread';
  return null;
}

function channels(colour: string): string {
  return [1, 3, 5].map((at) => point(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
}

function point(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
