import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

export type ZipVerdict = 'fits' | 'too_large' | 'broken';

/**
 * Whether a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64) unpacks to at most `most` bytes. Sizes in its directory may lie, so
 * each entry is unpacked with what is left as its limit, before a library that has no limit sees the file.
 */
export async function unpackingOf(zip: Buffer, most: number): Promise<ZipVerdict> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > zip.length) return 'broken';
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let left = most;
  for (let index = 0; index < entries; index++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return 'broken';
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (local + 30 > zip.length) return 'broken';
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const size = method === 0 ? packed : await unpackedSize(zip.subarray(start, start + packed), left);
    left -= size;
    if (left < 0) return 'too_large';
  }
  return 'fits';
}

async function unpackedSize(data: Buffer, most: number): Promise<number> {
  try {
    return (await inflate(data, { maxOutputLength: Math.max(1, most) })).length;
  } catch {
    return Infinity;
  }
}
