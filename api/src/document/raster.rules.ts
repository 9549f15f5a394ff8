export interface RasterFacts {
  readonly width: number;
  readonly height: number;
  /** Has see-through parts, or is of a kind that PDF does not know: it must be flattened first. */
  readonly flatten: boolean;
}

/** The size of a PNG or JPEG in pixels; null when it is neither. (PNG: W3C PNG 3rd edition; JPEG: ITU-T T.81.) */
export function rasterFacts(bytes: Uint8Array): RasterFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 33 && view.getUint32(0) === 0x89504e47) {
    const colourType = bytes[25]!;
    const interlaced = bytes[28] !== 0;
    const seeThrough = colourType >= 4 || Buffer.from(bytes).includes('tRNS');
    return { width: view.getUint32(16), height: view.getUint32(20), flatten: seeThrough || interlaced };
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegFacts(bytes, view);
  return null;
}

function jpegFacts(bytes: Uint8Array, view: DataView): RasterFacts | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), flatten: false };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
