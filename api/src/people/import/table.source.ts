import { CsvError, parse } from 'csv-parse/sync';
import { namedFields } from './columns.rules.js';
import { refuseImport } from './import.failures.js';
import { unpackingOf } from './zip-bounds.js';

export const bounds = {
  bytes: 10 * 1_048_576,
  unpackedBytes: 80 * 1_048_576,
  rows: 20_000,
  columns: 60,
  cell: 1_000,
} as const;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A list as text cells, rows of one length, and the line of the file on which each row stands. */
export interface Table {
  readonly rows: readonly Row[];
  /** The sheet that was read, where the workbook has others with something on them. */
  readonly sheet: string | null;
}

/**
 * Reads a CSV (UTF-8, or UTF-16 as Excel's "Unicode Text"; with comma, semicolon or tab), or the sheet of an XLSX that has most
 * of the headings of a list. Bounds are checked before anything is read.
 */
export async function readTable(file: Buffer): Promise<Table> {
  if (file.length > bounds.bytes) throw refuseImport('import.file_too_large', { megabytes: bounds.bytes / 1_048_576 });
  if (file.length === 0) throw refuseImport('import.empty');
  const isZip = file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const { rows, sheet } = isZip ? await sheetRows(file) : { rows: csvRows(file), sheet: null };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length > bounds.rows + 20) throw refuseImport('import.too_many_rows', { most: bounds.rows });
  const width = Math.min(bounds.columns, Math.max(0, ...filled.slice(0, 200).map(({ cells }) => cells.length)));
  return {
    sheet,
    rows: filled.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => (cells[column] ?? '').slice(0, bounds.cell)),
    })),
  };
}

function csvRows(file: Buffer): Row[] {
  const encoding = marked(file);
  if (encoding === null && file.subarray(0, 4_000).includes(0)) throw refuseImport('import.file_kind');
  if (file.subarray(0, 5).toString('latin1') === '%PDF-' || file[0] === 0xd0) throw refuseImport('import.file_kind');
  const decoded = textOf(file, encoding ?? 'utf-8');
  // Excel understands a first line that names the separator, and some programs write it.
  const named = /^sep=([,;\t])\r?\n/i.exec(decoded);
  const text = named ? decoded.slice(named[0].length) : decoded;
  try {
    const records = parse(text, {
      delimiter: named?.[1] ?? delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: 100_000,
      to: bounds.rows + 40,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      line: info.lines + (named ? 1 : 0),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (fault) {
    if (fault instanceof CsvError)
      throw refuseImport('import.file_unreadable', { line: Number(fault['lines'] ?? 0) || null });
    throw fault;
  }
}

/** What the byte-order mark says of UTF-16. */
function marked(file: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = file.subarray(0, 2).toString('latin1');
  return mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : null;
}

/** Without its byte-order mark. */
function textOf(file: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
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

async function sheetRows(file: Buffer): Promise<{ rows: Row[]; sheet: string | null }> {
  // A spreadsheet of OpenDocument is a ZIP too, and says so in its first bytes.
  if (file.subarray(30, 120).includes('application/vnd.oasis')) throw refuseImport('import.file_kind');
  const unpacking = await unpackingOf(file, bounds.unpackedBytes);
  if (unpacking === 'too_large') throw refuseImport('import.file_too_large', { megabytes: bounds.bytes / 1_048_576 });
  if (unpacking === 'broken') throw refuseImport('import.file_unreadable', { line: null });
  const { default: readSheets } = await import('read-excel-file/node');
  // Numbers stay the text they are in the file: a service number or a phone is no quantity.
  const sheets = await readSheets(file, { parseNumber: (text: string) => text }).catch(() => {
    throw refuseImport('import.file_unreadable', { line: null });
  });
  const tables = sheets
    .map(({ sheet, data }) => ({
      sheet,
      rows: (data as unknown[][]).map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) })),
    }))
    .filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== '')));
  const named = tables.map(({ rows }) => namedFields(rows.slice(0, 40).map(({ cells }) => cells)));
  const best = tables[named.indexOf(Math.max(...named))];
  return { rows: best?.rows ?? [], sheet: tables.length > 1 ? best!.sheet : null };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // Excel writes large whole numbers as 2.05512E+9.
  const text = String(cell).trim();
  return /^\d+(\.\d+)?E\+\d+$/i.test(text) ? String(Number(text)) : text;
}
