import type { Sharp } from 'sharp';
import type { Picture } from '../format/index.js';

/** In millions. More than any page shows; a WebP of so many takes 130 megabytes while it is unpacked, others half of that. */
export const mostMegapixels = 16;

/** A picture of pixels, ready to be unpacked. */
export async function raster(bytes: Uint8Array): Promise<Sharp> {
  /* Loaded when the first raster picture comes: it takes memory that a server without any should keep. */
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp(bytes, { limitInputPixels: mostMegapixels * 1_000_000 });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Whether a picture can be read to its end and has no more pixels than that. All of it is unpacked, one picture at a time;
 * a drawing was checked when its kind was found out.
 */
export function isWhole({ bytes, type }: Pick<Picture, 'bytes' | 'type'>): Promise<boolean> {
  if (type === 'image/svg+xml') return Promise.resolve(true);
  const read = last.then(async () => {
    const image = await raster(bytes);
    /* To a size that every pixel has a share in, and not shrunk on load: it must be read in full, not every eighth line of it. */
    await image.resize({ width: 8, height: 8, fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer();
  });
  last = read.catch(() => undefined);
  return read.then(
    () => true,
    () => false,
  );
}
