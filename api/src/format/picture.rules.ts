import { createHash } from 'node:crypto';
import type { Picture, PictureFacts } from './curriculum.js';
import { svgSize } from './svg.rules.js';

/**
 * What a picture is, by its first bytes and never by its name; null when it is none that a page may show. Width and height are
 * in pixels, of an SVG in the units of its viewBox.
 */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? jpegSize(view) ?? webpSize(view) ?? svgPicture(view);
  if (size === null) return null;
  return { ...size, size: view.length, bytes: view, hash: createHash('sha256').update(view).digest('hex') };
}

/** What is left of a picture when its bytes are let go. */
export function pictureFacts({ type, hash, width, height, size }: PictureFacts): PictureFacts {
  return { type, hash, width, height, size };
}

/** A picture that lies elsewhere: its bytes are fetched whenever they are asked for, and not kept. */
export function pictureElsewhere(facts: PictureFacts, fetch: () => Buffer): Picture {
  return {
    ...pictureFacts(facts),
    get bytes() {
      return fetch();
    },
  };
}

type Size = Pick<Picture, 'type' | 'width' | 'height'>;

function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The frame header of a JPEG (ITU-T T.81, B.2.2) holds its size. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.subarray(0, 3).toString('hex') !== 'ffd8ff') return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return null;
}

/** The three kinds of WebP (RFC 9649) say their size in three ways. */
function webpSize(bytes: Buffer): Size | null {
  const isWebp =
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP';
  if (!isWebp || bytes.length < 30) return null;
  const type = 'image/webp';
  switch (bytes.subarray(12, 16).toString('latin1')) {
    case 'VP8X':
      return { type, width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { type, width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

function svgPicture(bytes: Buffer): Size | null {
  const size = svgSize(bytes.toString('utf8'));
  return size === null ? null : { type: 'image/svg+xml', ...size };
}
