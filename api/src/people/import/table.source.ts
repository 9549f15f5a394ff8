import { CsvError, parse } from 'csv-parse/sync';
import { refuseImport } from './import.failures.js';
import { unpackingOf } from './zip-bounds.js';

export const bounds = {
  bytes: 10 * 1_048_576,
  unpackedBytes: 80 * 1_048_576,
  rows: 20_000,
  columns: 60,
  cell: 1_000,
} as const;

/** A list as text cells, rows of one length, and the line of the file on which each row stands. */
export interface Table {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Reads a CSV (UTF-8, with comma, semicolon or tab) or the first sheet of an XLSX. Bounds are checked before anything is read. */
export async function readTable(file: Buffer): Promise<Table> {
  if (file.length > bounds.bytes) throw refuseImport('import.file_too_large', { megabytes: bounds.bytes / 1_048_576 });
  if (file.length === 0) throw refuseImport('import.empty');
  const isZip = file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const rows = isZip ? await sheetRows(file) : csvRows(file);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length > bounds.rows + 20) throw refuseImport('import.too_many_rows', { most: bounds.rows });
  const width = Math.min(bounds.columns, Math.max(0, ...filled.slice(0, 200).map(({ cells }) => cells.length)));
  return {
    rows: filled.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => (cells[column] ?? '').slice(0, bounds.cell)),
    })),
  };
}

function csvRows(file: Buffer) {
  // Two zero bytes among the first: UTF-16, or no text at all.
  if (file.subarray(0, 4_000).includes(0))
    throw refuseImport(file[0] === 0xff || file[0] === 0xfe ? 'import.not_utf8' : 'import.file_kind');
  if (file.subarray(0, 5).toString('latin1') === '%PDF-' || file[0] === 0xd0) throw refuseImport('import.file_kind');
  const text = utf8(file);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: 100_000,
      to: bounds.rows + 40,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
  } catch (fault) {
    if (fault instanceof CsvError)
      throw refuseImport('import.file_unreadable', { line: Number(fault['lines'] ?? 0) || null });
    throw fault;
  }
}

function utf8(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    throw refuseImport('import.not_utf8');
  }
}

/** The separator that the first lines use most, outside quotes. */
function delimiterOf(text: string): string {
  const start = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 20)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t'].map((sign) => [sign, start.split(sign).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

async function sheetRows(file: Buffer) {
  const unpacking = await unpackingOf(file, bounds.unpackedBytes);
  if (unpacking === 'too_large') throw refuseImport('import.file_too_large', { megabytes: bounds.bytes / 1_048_576 });
  if (unpacking === 'broken') throw refuseImport('import.file_unreadable', { line: null });
  const { readSheet } = await import('read-excel-file/node');
  // Numbers stay the text they are in the file: a service number or a phone is no quantity.
  const sheet = await readSheet(file, { parseNumber: (text: string) => text }).catch(() => {
    throw refuseImport('import.file_unreadable', { line: null });
  });
  return (sheet as unknown[][]).map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // Excel writes large whole numbers as 2.05512E+9.
  const text = String(cell).trim();
  return /^\d+(\.\d+)?E\+\d+$/i.test(text) ? String(Number(text)) : text;
}
