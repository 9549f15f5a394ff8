import { groupSign, headerRow } from './columns.rules.js';

/** The headings of a list, and how many of its rows stand above its first person. */
export interface Headings {
  readonly headings: readonly string[];
  readonly above: number;
}

/**
 * The headings of a table. A form with merged cells has two rows of them: `ເພດ` over `ຍິງ` and `ຊາຍ` becomes `ເພດ › ຍິງ` and
 * `ເພດ › ຊາຍ`. A row below them that only numbers the columns is a part of the form as well.
 */
export function headingsOf(table: readonly (readonly string[])[]): Headings {
  const at = headerRow(table);
  const first = table[at] ?? [];
  const second = table[at + 1] ?? [];
  const groups = groupsOf(first, second);
  const headings =
    groups === null ? first : first.map((heading, column) => grouped(groups[column]!, heading, second[column] ?? ''));
  const below = at + (groups === null ? 1 : 2);
  return { headings, above: below + (numbersColumns(table[below] ?? []) ? 1 : 0) };
}

/** For each column the heading that is merged over it; null where the second row is a row of the list. */
function groupsOf(first: readonly string[], second: readonly string[]): string[] | null {
  const wide = first.map((heading, column) => {
    const next = first[column + 1];
    return heading === '' ? column > 0 : next === '' && (second[column + 1] ?? '') !== '';
  });
  const single = first.map((heading, column) => heading !== '' && !wide[column]);
  const isGrouped = first.every((_, column) => {
    const below = second[column] ?? '';
    return single[column] ? below === '' : true;
  });
  if (!isGrouped || !single.includes(true) || second.every((cell) => cell === '')) return null;
  if (!first.some((heading, column) => heading !== '' && wide[column] && (second[column] ?? '') !== '')) return null;
  let group = '';
  return first.map((heading, column) => {
    if (heading !== '') group = wide[column] ? heading : '';
    return group;
  });
}

function grouped(group: string, heading: string, below: string): string {
  if (below === '') return heading;
  return group === '' ? below : `${group}${groupSign}${below}`;
}

/** `1 2 3 4` or `(1) (2) (3)`, from the first column on. */
function numbersColumns(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  return filled.length > 2 && filled.every((cell, index) => cell.replace(/^\((\d+)\)$/, '$1') === String(index + 1));
}
