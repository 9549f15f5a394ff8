import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { Source } from './folder.source.js';
import { canonicalText } from './text.rules.js';

/** The first moment a ZIP can hold, 1 January 1980: an archive of the same files has the same bytes whenever it is made. */
const always = 0x00210000;

/** A file on its way into an archive; fetched when its turn comes, so that there is never more than one in memory. */
export interface Packable {
  readonly path: string;
  readonly content: () => Uint8Array | Promise<Uint8Array>;
}

/** The files of a curriculum in the order of its archive. */
export function packables(
  { texts, pictures }: Source,
  bytesOf: (path: string) => Uint8Array | Promise<Uint8Array> = (path) => pictures.get(path)!.bytes,
): Packable[] {
  const files: Packable[] = [
    ...[...texts].map(([path, text]) => ({ path, content: () => Buffer.from(canonicalText(text)) })),
    ...[...pictures.keys()].map((path) => ({ path, content: () => bytesOf(path) })),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A curriculum as one ZIP archive. The same source gives the same bytes. */
export function packSource(source: Source): Uint8Array {
  const packer = new Packer();
  const parts = packables(source).flatMap(({ path, content }) => packer.add(path, content() as Uint8Array));
  return Buffer.concat([...parts, packer.end()]);
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) written from its first byte to its last: nothing of what went out is kept but a line for
 * the directory at the end. Texts are packed by a program that is part of this one, because others pack otherwise elsewhere.
 */
export class Packer {
  private readonly directory: Buffer[] = [];
  private at = 0;

  add(path: string, content: Uint8Array): [header: Uint8Array, data: Uint8Array] {
    const isPacked = /\.(?:md|yaml|svg)$/.test(path);
    const data = isPacked ? deflateSync(content, { level: 6 }) : content;
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(name.length === path.length ? 0 : 0x0800, 2);
    facts.writeUInt16LE(isPacked ? 8 : 0, 4);
    facts.writeUInt32LE(always, 6);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(this.at, 10);
    this.directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]));
    this.at += header.length + data.length;
    return [header, data];
  }

  end(): Uint8Array {
    const directory = Buffer.concat(this.directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 0, 'latin1');
    end.writeUInt16LE(this.directory.length, 8);
    end.writeUInt16LE(this.directory.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.at, 16);
    return Buffer.concat([directory, end]);
  }
}
