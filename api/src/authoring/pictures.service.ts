import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import { isWhole, mostMegapixels } from '../curricula/index.js';
import { isSourcePath, type Picture, pictureOf } from '../format/index.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits, type Saved } from './draft-edits.js';
import { DraftFilesStore } from './draft-files.store.js';
import type { MediaQuery } from './files.contract.js';
import type { Upload } from './upload.js';

export interface SentPicture {
  readonly type: string;
  readonly bytes: Buffer;
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/svg+xml': 'svg' } as const;

@Injectable()
export class PicturesService {
  constructor(
    private readonly store: DraftFilesStore,
    private readonly edits: DraftEdits,
  ) {}

  async picture(id: string, hash: string): Promise<SentPicture> {
    const found = await this.store.picture(id, hash);
    if (found === null) throw refuseDraft('draft.file_missing', { path: hash });
    return found;
  }

  /** Puts a picture beside a module. What it is its first bytes say; its name is made from what the author called it. */
  async add(
    actor: Actor,
    id: string,
    { module, name }: z.output<typeof MediaQuery>,
    { name: sent, bytes }: Upload,
  ): Promise<Saved> {
    const picture = pictureOf(bytes);
    if (picture === null) throw refuseDraft('draft.picture_refused');
    const path = `modules/${module}/images/${plainName(name ?? sent)}.${endings[picture.type]}`;
    if (!isSourcePath(path)) throw refuseDraft('draft.path_refused', { path });
    await refuseBroken([[plainName(name ?? sent), picture]]);
    return this.edits.applyOne(actor, id, path, async (tx) => {
      const [folder] = await this.store.heldPaths(tx, id, `modules/${module}/`);
      if (folder === undefined) throw refuseDraft('draft.module_missing', { folder: module });
      const now = (await this.store.heldTexts(tx, id, [path])).get(path);
      if (now?.hash === picture.hash)
        return { path, revision: now.revision, hash: now.hash, changedAt: now.at, text: null };
      return { path, content: { picture }, why: null };
    });
  }
}

/** What would be refused at publishing is refused when it comes; the first five are named. */
export async function refuseBroken(pictures: Iterable<readonly [name: string, picture: Picture]>): Promise<void> {
  const broken: string[] = [];
  for (const [name, picture] of pictures) if (broken.length < 5 && !(await isWhole(picture))) broken.push(name);
  if (broken.length > 0) throw refuseDraft('draft.picture_broken', { path: broken.join(', '), most: mostMegapixels });
}

/** A name that reads the same in an address and on every system: `My Photo (1).PNG` → `my-photo-1`. */
function plainName(name: string): string {
  const plain = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'picture';
}
