import { Injectable } from '@nestjs/common';
import type { Picture } from '../format/index.js';
import { Queries, type Tx, prepared } from '../db/queries.js';
import { Storage } from '../storage/storage.js';
import { refuseCurriculum } from './curricula.failures.js';
import { MediaRow } from './curricula.rows.js';
import { mostMegapixels, raster } from './raster.js';

/** Wide enough for a phone of 360 CSS pixels with two device pixels each. */
const phoneWidth = 720;

interface StoredMedia {
  type: Picture['type'];
  hash: string;
  phoneHash: string | null;
}

const mediaByHash = prepared<StoredMedia>(
  'media-by-hash',
  `select type, hash, phone_hash as "phoneHash" from media where hash = $1`,
);

/** Pictures of modules: stored once under the hash of their bytes, and once more narrow, where that saves something. */
@Injectable()
export class MediaService {
  constructor(
    private readonly queries: Queries,
    private readonly storage: Storage,
  ) {}

  /**
   * Puts the files in place; done before a transaction, because it may take long and repeating it changes nothing. Their first
   * bytes said what they are; a picture that cannot be read to its end, or is far too large to, is refused here.
   */
  async store(pictures: readonly (readonly [path: string, picture: Picture])[]): Promise<MediaRow[]> {
    const once = new Map(pictures.map(([path, picture]) => [picture.hash, [path, picture] as const]));
    const rows: MediaRow[] = [];
    for (const [path, { bytes, hash, type, width, height, size }] of once.values()) {
      const phone = await forPhone({ bytes, type, width }).catch(() => {
        const message = `The picture cannot be read to its end, or has more than ${mostMegapixels} million pixels.`;
        throw refuseCurriculum('curriculum.faulty', { folder: '' }, [{ path, code: 'prose.image-kind', message }]);
      });
      await this.storage.put(bytes);
      rows.push({
        hash,
        type,
        width,
        height,
        size,
        phoneHash: phone === null ? null : await this.storage.put(phone),
        phoneSize: phone?.length ?? null,
      });
    }
    return rows;
  }

  async record(tx: Tx, rows: readonly MediaRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into media (hash, type, width, height, size, phone_hash, phone_size)
       select hash, type, width, height, size, "phoneHash", "phoneSize"
       from jsonb_to_recordset($1::jsonb) as given (hash text, type text, width float8, height float8, size int, "phoneHash" text, "phoneSize" int)
       on conflict (hash) do nothing`,
      [JSON.stringify(rows)],
    );
  }

  /** The picture as a phone should get it, or in full for paper and large screens. */
  async read(hash: string, full: boolean): Promise<{ type: string; bytes: Buffer }> {
    const found = await this.queries.one(mediaByHash, [hash]);
    if (found === null) throw refuseCurriculum('media.missing');
    const narrow = full ? null : found.phoneHash;
    const bytes = await this.storage.read(narrow ?? found.hash);
    if (bytes === null) throw refuseCurriculum('media.missing');
    return { type: narrow === null ? found.type : 'image/webp', bytes };
  }
}

/** A narrower WebP of a raster picture; null when the picture is a drawing, narrow enough, or no smaller for it. */
async function forPhone({ bytes, type, width }: Pick<Picture, 'bytes' | 'type' | 'width'>): Promise<Buffer | null> {
  if (type === 'image/svg+xml') return null;
  const image = (await raster(bytes)).rotate();
  const narrow = await (width > phoneWidth ? image.resize({ width: phoneWidth }) : image)
    .webp({ quality: 78 })
    .toBuffer();
  return narrow.length < bytes.length ? narrow : null;
}
