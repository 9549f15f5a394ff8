import { atomsOf } from './atoms.js';
import { columnWidths } from './columns.rules.js';
import type { Cell, Flow, Inline, TableFlow, TableRow } from './flow.js';
import { colours, hand } from './house.js';
import { linesOf, solidWidth } from './lines.rules.js';
import type { Setter } from './set-list.js';
import type { Setting } from './setting.js';
import { heightOf, strip, type Strip } from './strips.js';

interface Grid {
  readonly table: TableFlow;
  readonly setting: Setting;
  readonly set: Setter;
  readonly widths: readonly number[];
  readonly pad: number;
  readonly root: { readonly type: 'Table' };
}

/** A table: columns as wide as their words need, the head again on every page, a row on one page when it fits on one. */
export function setTable(table: TableFlow, setting: Setting, set: Setter, tearFrom: number): Strip[] {
  const size = table.plain === true ? setting.size : setting.size * 0.92;
  const pad = table.plain === true ? size * 0.5 : size * 0.55;
  const inside = { ...setting, size, tight: true };
  const widths = columnWidths(table.columns, needs(table, inside, pad), setting.width);
  const grid: Grid = { table, setting: inside, set, widths, pad, root: { type: 'Table' } };
  const isHead = { cells: table.head };
  const head =
    table.head.length === 0 ? [] : rowStrips(grid, isHead, 'TH', tearFrom).map((each) => ({ ...each, keep: true }));
  const rows = table.rows.flatMap((row) => rowStrips(grid, row, 'TD', tearFrom));
  const body = rows.map((each, index) => ({
    ...each,
    repeat: head,
    // No page shows the head with one row alone at its foot, or one row alone at its top.
    keep: table.rows.length > 3 && (index === 0 || index === rows.length - 2),
  }));
  const [first, ...rest] = [...head, ...body];
  return first === undefined ? [] : [{ ...first, gap: size * 0.8 }, ...rest, strip(size * 0.35, null)];
}

/** The strips of a row: one, or several when it is taller than may stay whole. */
function rowStrips(grid: Grid, row: TableRow, tag: 'TH' | 'TD', tearFrom: number): Strip[] {
  const { table, setting, set, widths, pad } = grid;
  const tr = { type: 'TR' };
  const xs = lefts(setting.x, widths);
  const columns = row.cells.map((cell, index) => {
    const scope = tag === 'TH' ? ({ scope: 'Column' } as const) : {};
    const tags = [...setting.tags, grid.root, tr, { type: tag, ...scope }];
    const place = { x: xs[index]! + pad, width: widths[index]! - 2 * pad };
    const colour = row.look === 'pause' ? colours.quiet : setting.colour;
    const align = table.columns[index]?.align;
    return set(tag === 'TH' || row.look === 'sum' ? strong(cell) : cell, { ...setting, ...place, tags, colour, align });
  });
  const chunks = Math.max(...columns.map(heightOf)) <= tearFrom ? [columns] : torn(columns, tearFrom);
  return chunks.map((chunk, index) => {
    const isLast = index === chunks.length - 1;
    const height = Math.max(setting.size, ...chunk.map(heightOf)) + (table.plain === true ? pad * 0.8 : pad * 1.3);
    return strip(height, (easel, y) => {
      if (table.plain !== true) easel.ornament(() => ground(easel.sheet, grid, row, tag, y, height, isLast));
      for (const cell of chunk) {
        let at = y + (table.plain === true ? pad * 0.3 : pad * 0.65);
        cell.forEach((each, place) => {
          if (place > 0) at += each.gap;
          each.draw?.(easel, at);
          at += each.height;
        });
      }
    });
  });
}

function ground(
  sheet: PDFKit.PDFDocument,
  { setting, widths }: Grid,
  row: TableRow,
  tag: string,
  y: number,
  height: number,
  isLast: boolean,
): void {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const shade = tag === 'TH' ? '#e8ebf3' : row.look === undefined ? null : colours.shade;
  if (shade !== null) sheet.rect(setting.x, y, width, height).fill(shade);
  if (tag === 'TH') sheet.rect(setting.x, y + height - 1, width, 1).fill(colours.indigo);
  else if (isLast) sheet.rect(setting.x, y + height - 0.5, width, 0.5).fill(colours.line);
}

/** Cells cut into pieces of at most this height, side by side. */
function torn(columns: readonly Strip[][], limit: number): Strip[][][] {
  const left = columns.map((column) => [...column]);
  const chunks: Strip[][][] = [];
  while (left.some((column) => column.length > 0)) {
    chunks.push(
      left.map((column) => {
        const taken: Strip[] = [];
        while (column.length > 0 && (taken.length === 0 || heightOf([...taken, column[0]!]) <= limit / 2))
          taken.push(column.shift()!);
        return taken;
      }),
    );
  }
  return chunks;
}

function lefts(x: number, widths: readonly number[]): number[] {
  const xs: number[] = [];
  let at = x;
  for (const width of widths) {
    xs.push(at);
    at += width;
  }
  return xs;
}

/** For each column the width of its longest piece and of its longest line. */
function needs({ columns, head, rows }: TableFlow, { size }: Setting, pad: number): { least: number; most: number }[] {
  return columns.map((_, column) => {
    let least = 0;
    let most = 0;
    for (const [index, { cells }] of [{ cells: head }, ...rows].entries())
      for (const { text, inset } of textsOf(cells[column] ?? [], 0)) {
        const face = hand(size, 'lo', index === 0 ? { face: 'sans-semibold' } : {});
        const atoms = atomsOf(text, face);
        const more = 2 * pad + inset * size + 0.5;
        for (const [from, to] of linesOf(atoms, 1)) least = Math.max(least, solidWidth(atoms, from, to) + more);
        for (const [from, to] of linesOf(atoms, Infinity)) most = Math.max(most, solidWidth(atoms, from, to) + more);
      }
    return { least, most };
  });
}

function textsOf(flow: readonly Flow[], inset: number): { text: Inline; inset: number }[] {
  return flow.flatMap((each) => {
    if (each.kind === 'paragraph' || each.kind === 'heading') return [{ text: each.text, inset }];
    if (each.kind === 'list') return each.items.flatMap((item) => textsOf(item.flow, inset + 1.6));
    if (each.kind === 'together') return textsOf(each.flow, inset);
    return [];
  });
}

function strong(cell: Cell): Cell {
  return cell.map((each) =>
    each.kind === 'paragraph' && each.look === undefined ? { ...each, look: 'strong' } : each,
  );
}
