import { crc32, inflateRawSync } from 'node:zlib';
import type { Picture } from './curriculum.js';
import { fault, hasErrors, type Fault } from './fault.rules.js';
import { type Source, sourceLimits } from './folder.source.js';
import { tooDeepAt } from './nesting.rules.js';
import { pictureElsewhere, pictureOf } from './picture.rules.js';
import { canonicalText } from './text.rules.js';

/** After so many it is known well enough that an archive is not one of ours. */
const mostFaults = 50;
/** Bytes of the list of all files in an archive: ten times what the largest curriculum needs. */
const mostDirectory = 16 * 1024 * 1024;

/** An archive wherever it lies, read piece by piece; a piece beyond its end is shorter than asked for. */
export interface Pieces {
  readonly size: number;
  read(at: number, length: number): Buffer;
}

export interface ArchiveRead {
  /** Its pictures are fetched from the archive whenever their bytes are asked for, as long as that lies where it is. */
  readonly source: Source;
  readonly faults: readonly Fault[];
}

/** `readingArchive` in one go, of an archive in memory. */
export function readArchive(archive: Uint8Array): ArchiveRead {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const reading = readingArchive({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) });
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Reads an archive into a curriculum. Nothing outside memory is touched, and nothing is unpacked beyond the limits: sizes are
 * looked at as the archive states them, and again while unpacking, because they may lie. Any error means: take none of it.
 * After each file it says how many bytes that had.
 */
export function* readingArchive(zip: Pieces): Generator<number, ArchiveRead> {
  const texts = new Map<string, string>();
  const pictures = new Map<string, Picture>();
  const faults: Fault[] = [];
  const at = (file: string) => ({ file, line: 1, column: 1 });
  const found = (entry: Fault) => void faults.push(entry);
  const refused = () => ({ source: { texts: new Map(), pictures: new Map() }, faults });

  const entries = directory(zip);
  if (entries === null) return (found(fault('archive.broken', at(''))), refused());
  const files = entries.filter(({ name }) => !name.endsWith('/') && !isHidden(name));
  if (files.length > sourceLimits.files)
    return (found(fault('folder.too-many-files', at(''), { most: sourceLimits.files })), refused());
  const top = commonFolder(files);
  let total = 0;
  const seen = new Set<string>();
  for (const entry of files) {
    /* Each of these may have cost the unpacking of megabytes. */
    if (faults.length >= mostFaults) break;
    const path = entry.name.slice(top.length).slice(0, 400).normalize('NFC');
    const kind = kindOfFile(path);
    if (!isSourcePath(path)) found(fault('archive.path', at(''), { path: path.slice(0, 120) }));
    else if (entry.isLink) found(fault('file.link', at(path)));
    else if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) found(fault('archive.broken', at(path)));
    else if (seen.has(path.toLowerCase())) found(fault('archive.twice', at(path)));
    else if (kind === null) found(fault('file.unknown', at(path)));
    else {
      seen.add(path.toLowerCase());
      const most = kind === 'picture' ? sourceLimits.pictureBytes : sourceLimits.textBytes;
      const bytes = entry.size > most ? 'too-large' : unpacked(zip, entry, most);
      if (bytes === 'too-large') found(fault('file.too-large', at(path), { kilobytes: most / 1024 }));
      else if (bytes === null) found(fault('archive.broken', at(path)));
      else if ((total += bytes.length) > sourceLimits.totalBytes)
        return (
          found(fault('folder.too-large', at(''), { megabytes: sourceLimits.totalBytes / 1024 / 1024 })), refused()
        );
      else if (kind === 'picture') {
        const picture = pictureOf(bytes);
        if (picture === null) found(fault('prose.image-kind', at(path), { path }));
        else
          pictures.set(
            path,
            pictureElsewhere(picture, () => again(zip, entry, most)),
          );
      } else {
        const text = utf8(bytes);
        const nested = text === null ? null : tooDeepAt(path, text);
        if (text === null) found(fault('file.not-text', at(path)));
        else if (nested !== null) found(fault('text.nested', { ...at(path), line: nested }));
        else texts.set(path, canonicalText(text));
      }
      yield entry.size;
    }
  }
  return hasErrors(faults) ? refused() : { source: { texts, pictures }, faults };
}

/** Whether a file of a curriculum may have this path: relative, not hidden, at most four deep, the same on every system. */
export function isSourcePath(path: string): boolean {
  const steps = path.split('/');
  return (
    path.length <= 200 &&
    steps.length <= sourceLimits.depth &&
    steps.every((step) => /^[^\p{Cc}\p{Cf}\s\\:*?"<>|.][^\p{Cc}\\:*?"<>|]*$/u.test(step) && !/[\s.]$/.test(step))
  );
}

/** By its name; null for what no curriculum holds. */
export function kindOfFile(path: string): 'text' | 'picture' | null {
  if (/\.(?:md|yaml)$/.test(path)) return 'text';
  return /\.(?:png|jpe?g|webp|svg)$/.test(path) ? 'picture' : null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** As the archive states it. */
  readonly size: number;
  readonly at: number;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
}

/** The central directory (PKWARE APPNOTE 6.3, 4.3.12, without ZIP64), or null when it does not hold together. */
function directory(zip: Pieces): Entry[] | null {
  /* It may be followed by a comment of 65,535 bytes. */
  const tailAt = Math.max(0, zip.size - 22 - 65_535);
  const tail = zip.read(tailAt, zip.size - tailAt);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length) return null;
  const count = tail.readUInt16LE(end + 10);
  const first = tail.readUInt32LE(end + 16);
  const length = tailAt + end - first;
  if (length < 0 || length > mostDirectory) return null;
  const list = zip.read(first, length);
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + nameLength > list.length) return null;
    const name = utf8(list.subarray(at + 46, at + 46 + nameLength));
    if (name === null) return null;
    /* The upper half holds the mode where the archive was made on Unix: links and devices are not regular files. */
    const mode = list.readUInt8(at + 5) === 3 ? (list.readUInt32LE(at + 38) >>> 28) & 0xf : 0;
    entries.push({
      name,
      isEncrypted: (list.readUInt16LE(at + 8) & 1) === 1,
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      packed: list.readUInt32LE(at + 20),
      size: list.readUInt32LE(at + 24),
      at: list.readUInt32LE(at + 42),
      isLink: mode !== 0 && mode !== 8 && mode !== 4,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The bytes of an entry; null when they are not what the archive says they are. */
function unpacked(zip: Pieces, { at, method, packed, size, crc }: Entry, most: number): Buffer | 'too-large' | null {
  const header = zip.read(at, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return null;
  /* Packing makes nothing much larger: a length that says so is a lie, and would be read into memory. */
  if (packed > most + 65_536) return null;
  const data = zip.read(at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packed);
  if (data.length !== packed) return null;
  try {
    const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
    return bytes.length === size && crc32(bytes) === crc ? bytes : null;
  } catch (reason) {
    return (reason as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
  }
}

/** What was unpacked before. */
function again(zip: Pieces, entry: Entry, most: number): Buffer {
  const bytes = unpacked(zip, entry, most);
  if (!Buffer.isBuffer(bytes)) throw new Error(`The archive that held ${entry.name} has changed under its reader.`);
  return bytes;
}

/** Archives made from a folder hold the folder: `foundation/curriculum.yaml`. */
function commonFolder(files: readonly Entry[]): string {
  const top = `${files[0]?.name.split('/')[0] ?? ''}/`;
  const isWrapped =
    files.every(({ name }) => name.startsWith(top)) && files.some(({ name }) => name === `${top}curriculum.yaml`);
  return isWrapped ? top : '';
}

/** What systems leave in archives: `__MACOSX`, `.DS_Store`. A step of `..` is not hidden but refused. */
function isHidden(name: string): boolean {
  return name.split('/').some((step) => step === '__MACOSX' || (step.startsWith('.') && step !== '..' && step !== '.'));
}

/** Text that can also be kept in a database: no byte that is not UTF-8, no U+0000. */
function utf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
