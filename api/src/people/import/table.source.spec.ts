import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { bounds, readTable } from './table.source.js';
import { csvList, xlsxList } from './template.js';
import { proposedFields } from './columns.rules.js';

const cellsOf = async (file: Buffer) => (await readTable(file)).rows.map((row) => row.cells);

describe('a list as CSV', () => {
  it.each([
    ['comma', 'ຊື່,ດ່ານ\nຄຳ,CP-FB1\n'],
    ['semicolon and a byte-order mark', '\uFEFFຊື່;ດ່ານ\r\nຄຳ;CP-FB1\r\n'],
    ['tab', 'ຊື່\tດ່ານ\nຄຳ\tCP-FB1'],
    ['quotes around the other sign', '"ຊື່";"ດ່ານ"\n"ຄຳ";"CP-FB1"\n'],
  ])('is read with %s', async (_, text) => {
    expect(await cellsOf(Buffer.from(text))).toEqual([
      ['ຊື່', 'ດ່ານ'],
      ['ຄຳ', 'CP-FB1'],
    ]);
  });

  it.each([
    ['the low byte first, as Excel writes "Unicode Text"', (text: string) => Buffer.from(text, 'utf16le')],
    ['the high byte first', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('is read in UTF-16, %s', async (_, encoded) => {
    expect(await cellsOf(encoded('\uFEFFຊື່\tດ່ານ\r\nຄຳ\tCP-FB1\r\n'))).toEqual([
      ['ຊື່', 'ດ່ານ'],
      ['ຄຳ', 'CP-FB1'],
    ]);
  });

  it('may name its separator in a line before the first', async () => {
    const { rows } = await readTable(Buffer.from('\uFEFFsep=;\r\nຊື່;ເບີໂທ\r\nຄຳ;020 1, 020 2\r\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['ຊື່', 'ເບີໂທ'] },
      { line: 3, cells: ['ຄຳ', '020 1, 020 2'] },
    ]);
  });

  it('keeps the lines of the file, blank ones left out', async () => {
    expect((await readTable(Buffer.from('a,b\n\n\nc,d\n'))).rows.map((row) => row.line)).toEqual([1, 4]);
  });

  it.each([
    [
      'a spreadsheet of OpenDocument',
      Buffer.from(`PK\u0003\u0004${'.'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet`),
      'import.file_kind',
    ],
    ['an old code page', Buffer.from([0x61, 0x2c, 0xa1, 0xa2, 0x0a]), 'import.not_utf8'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'import.file_kind'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'import.file_kind'],
    ['nothing', Buffer.alloc(0), 'import.empty'],
    ['a ZIP that is none', Buffer.from('PK\u0003\u0004 and so on'), 'import.file_unreadable'],
    ['too many rows', Buffer.from('a,b\n'.repeat(bounds.rows + 100)), 'import.too_many_rows'],
    ['too many bytes', Buffer.alloc(bounds.bytes + 1, 97), 'import.file_too_large'],
  ])('is refused when it is %s', async (_, file, code) => {
    await expect(readTable(file)).rejects.toMatchObject({ code });
  });
});

describe('a list as XLSX', () => {
  it('keeps numbers as they are written, and dates as days', async () => {
    const file = await writeXlsxFile([
      ['No', 'Phone', 'Since'],
      [1, 2055123456, { value: new Date('2026-02-01T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }],
    ]).toBuffer();
    expect(await cellsOf(file)).toEqual([
      ['No', 'Phone', 'Since'],
      ['1', '2055123456', '2026-02-01'],
    ]);
  });

  it('is read from the sheet that looks like a list, and says which, where there are several', async () => {
    const cover = { data: [['Training 2026'], ['Department']], sheet: 'Cover' };
    const list = { data: [['ຊື່', 'ດ່ານ'], ['ຄຳ', 'CP-FB1']], sheet: 'ລາຍຊື່' }; // prettier-ignore
    const table = await readTable(await writeXlsxFile([cover, list]).toBuffer());
    expect(table.sheet).toBe('ລາຍຊື່');
    expect(table.rows[1]!.cells).toEqual(['ຄຳ', 'CP-FB1']);
    expect((await readTable(await writeXlsxFile([list, { data: [], sheet: 'Sheet2' }]).toBuffer())).sheet).toBeNull();
  });

  it('is refused when it would unpack to far more than it should', async () => {
    const [name, size] = [Buffer.from('xl/worksheets/sheet1.xml'), 100 * 1_048_576];
    const packed = deflateRawSync(Buffer.alloc(size));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(10, 24);
    entry.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    await expect(readTable(Buffer.concat([local, name, packed, entry, name, end]))).rejects.toMatchObject({
      code: 'import.file_too_large',
    });
  });
});

describe('the template', () => {
  it('is understood in every column, as CSV and as XLSX', async () => {
    for (const file of [csvList([]), await xlsxList([])]) {
      const [header] = await cellsOf(file);
      expect(proposedFields(header!)).not.toContain(null);
    }
  });

  it('never lets a cell run as a formula', async () => {
    const text = csvList([{ givenNameLo: '=HYPERLINK("x")', phone: '+856 20' }]).toString();
    expect(text).toContain("'=HYPERLINK");
    expect(text).toContain("'+856 20");
  });
});
