import type { components } from '#lib/api/schema.js';
import type { DraftFile } from './drafts.js';

/** The units in which places on a picture are given: the viewBox of a drawing, the pixels of a photograph. */
export interface PictureSize {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture of a draft as pages know those of versions. */
export async function pictureFacts(
  draft: string,
  file: DraftFile,
): Promise<components['schemas']['PictureFacts'] | null> {
  const size = await pictureSize(`/api/v1/drafts/${draft}/media/${file.hash}`);
  const type = (file.type ?? 'image/png') as components['schemas']['PictureFacts']['type'];
  return size && { hash: file.hash, type, width: size.width, height: size.height, size: file.bytes };
}

export async function pictureSize(address: string): Promise<PictureSize | null> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return null;
  const blob = await response.blob();
  return blob.type.startsWith('image/svg') ? drawn(await blob.text()) : photographed(blob);
}

function drawn(text: string): PictureSize | null {
  const view = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.getAttribute('viewBox');
  const [x, y, width, height] = (view ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return x === undefined || y === undefined || !width || !height ? null : { x, y, width, height };
}

async function photographed(blob: Blob): Promise<PictureSize | null> {
  const picture = await createImageBitmap(blob).catch(() => null);
  return picture && { x: 0, y: 0, width: picture.width, height: picture.height };
}
