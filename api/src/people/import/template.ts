import { stringify } from 'csv-stringify/sync';
import { headings, type ImportField, importFields } from './columns.rules.js';

/** Given and family names have columns of their own, and the sex is one; lists that come from elsewhere may differ. */
const others = new Set<ImportField>(['fullNameLo', 'fullNameEn', 'femaleTick', 'maleTick']);
const columns = importFields.filter((field) => !others.has(field));
const header = columns.map((field) => `${headings[field].lo[0]} / ${headings[field].en[0]}`);

/** One line of a list of people, as the template has it. */
export type ListedPerson = Readonly<Partial<Record<ImportField, string | number | null>>>;

/** UTF-8 with a byte-order mark, which Excel needs for Lao; a cell that would run as a formula gets an apostrophe. */
export function csvList(people: readonly ListedPerson[]): Buffer {
  const rows = people.map((person) => columns.map((field) => person[field] ?? ''));
  return Buffer.from(stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' }));
}

export async function xlsxList(people: readonly ListedPerson[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const bold = header.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: '#eceff7',
    wrap: true,
  }));
  // Typed as text: a cell of an XLSX runs as a formula only where it is typed as one.
  const rows = people.map((person) => columns.map((field) => ({ value: String(person[field] ?? ''), type: String })));
  const blank = Array.from({ length: people.length === 0 ? 200 : 0 }, () =>
    columns.map(() => ({ value: '', type: String, format: '@' })),
  );
  return writeXlsxFile([bold, ...rows, ...blank], {
    sheet: 'People',
    columns: columns.map((field) => ({ width: field === 'unit' ? 30 : 18 })),
    stickyRowsCount: 1,
  }).toBuffer();
}
