import { inflateSync } from 'node:zlib';

/** The parts of a TrueType font that a PDF needs, and the whole of it as HarfBuzz reads it. */
export interface Sfnt {
  /** A plain sfnt, also when the file was a WOFF. */
  readonly bytes: Buffer;
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly glyphCount: number;
  readonly unitsPerEm: number;
}

const woffSignature = 0x774f4646;
const trueTypeFlavours = [0x00010000, 0x74727565];

/**
 * Reads a TrueType font (https://learn.microsoft.com/typography/opentype/spec/otff) or the same wrapped as WOFF 1.0
 * (https://www.w3.org/TR/WOFF/). Throws when the file is neither, or carries CFF outlines.
 */
export function readSfnt(file: Buffer): Sfnt {
  const wrapped = file.length > 44 && file.readUInt32BE(0) === woffSignature;
  const tables = wrapped ? woffTables(file) : sfntTables(file);
  const glyphCount = table(tables, 'maxp').readUInt16BE(4);
  table(tables, 'glyf');
  return {
    bytes: wrapped ? sfntOf(tables) : file,
    tables,
    glyphCount,
    unitsPerEm: table(tables, 'head').readUInt16BE(18),
  };
}

export function table(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`The font has no ${tag} table`);
  return found;
}

/** Writes tables as a font file: sorted directory, padded tables, checksums. */
export function sfntOf(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const lengths = tags.map((tag) => (table(tables, tag).length + 3) & ~3);
  const file = Buffer.alloc(12 + 16 * tags.length + lengths.reduce((sum, length) => sum + length, 0));
  file.writeUInt32BE(trueTypeFlavours[0]!, 0);
  file.writeUInt16BE(tags.length, 4);
  file.writeUInt16BE(power * 16, 6);
  file.writeUInt16BE(Math.log2(power), 8);
  file.writeUInt16BE((tags.length - power) * 16, 10);

  let offset = 12 + 16 * tags.length;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const body = table(tables, tag);
    body.copy(file, offset);
    if (tag === 'head') {
      headAt = offset;
      file.writeUInt32BE(0, offset + 8);
    }
    const entry = 12 + 16 * index;
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(checksum(file, offset, lengths[index]!), entry + 4);
    file.writeUInt32BE(offset, entry + 8);
    file.writeUInt32BE(body.length, entry + 12);
    offset += lengths[index]!;
  });
  if (headAt > 0) file.writeUInt32BE((0xb1b0afba - checksum(file, 0, file.length)) >>> 0, headAt + 8);
  return file;
}

function sfntTables(file: Buffer): Map<string, Buffer> {
  if (file.length < 12 || !trueTypeFlavours.includes(file.readUInt32BE(0)))
    throw new Error('Not a TrueType or WOFF font');
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    const offset = file.readUInt32BE(entry + 8);
    tables.set(
      file.toString('latin1', entry, entry + 4),
      file.subarray(offset, offset + file.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

function woffTables(file: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const entry = 44 + 20 * index;
    const offset = file.readUInt32BE(entry + 4);
    const packed = file.subarray(offset, offset + file.readUInt32BE(entry + 8));
    const length = file.readUInt32BE(entry + 12);
    tables.set(file.toString('latin1', entry, entry + 4), packed.length < length ? inflateSync(packed) : packed);
  }
  return tables;
}

function checksum(file: Buffer, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + file.readUInt32BE(at)) | 0;
  return sum >>> 0;
}
