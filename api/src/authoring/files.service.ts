import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../access/index.js';
import type { Tx } from '../db/queries.js';
import { isSourcePath, kindOfFile } from '../format/index.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { refuseDraft } from './authoring.failures.js';
import { DraftEdits, type Saved } from './draft-edits.js';
import { DraftFilesStore } from './draft-files.store.js';
import { DraftsStore } from './drafts.store.js';
import type { FileInput, FileRemoval, FileRestoring, HistoryQuery } from './files.contract.js';

/** A text file as it stands while its draft is held. */
export interface Standing {
  readonly text: string;
  readonly revision: number;
}

@Injectable()
export class FilesService {
  constructor(
    private readonly drafts: DraftsStore,
    private readonly store: DraftFilesStore,
    private readonly edits: DraftEdits,
  ) {}

  async text(id: string, path: string) {
    const file = await this.store.text(id, path);
    if (file?.text === undefined || file.text === null) throw await this.missing(id, path);
    return file;
  }

  /** Whoever edited an older state than the one that stands there is told, and nothing is overwritten. */
  save(actor: Actor, id: string, { path, text, revision, why }: FileInput): Promise<Saved> {
    if (!isSourcePath(path) || kindOfFile(path) !== 'text') throw refuseDraft('draft.path_refused', { path });
    return this.edits.applyOne(actor, id, path, async (tx) => {
      const now = await this.unmoved(tx, id, path, revision, text);
      if (now === null && (await this.store.heldTwin(tx, id, path))) throw refuseDraft('draft.path_refused', { path });
      return now !== null && now.text === text ? now : { path, content: { text }, why };
    });
  }

  async remove(actor: Actor, id: string, { path, revision, why }: z.output<typeof FileRemoval>): Promise<void> {
    if (path === 'curriculum.yaml') throw refuseDraft('draft.path_refused', { path });
    await this.edits.apply(actor, id, async (tx) => {
      const file = (await this.store.heldTexts(tx, id, [path])).get(path);
      if (file === undefined) throw refuseDraft('draft.file_missing', { path });
      await this.unmoved(tx, id, path, revision);
      return [{ path, content: null, why }];
    });
  }

  /** An earlier state once more, as a new revision: what stood there since is not lost. */
  restore(actor: Actor, id: string, { path, revision, why }: z.output<typeof FileRestoring>): Promise<Saved> {
    return this.edits.applyOne(actor, id, path, async (tx) => {
      const content = await this.store.heldState(tx, id, path, revision);
      if (content === undefined || content === null) throw refuseDraft('draft.revision_missing', { path, revision });
      return { path, content, why };
    });
  }

  async history(id: string, { path, limit, after }: z.output<typeof HistoryQuery>) {
    await this.known(id);
    const key = fromCursor(after, 2);
    const before = key !== null && Number.isInteger(key[0]) ? ([Number(key[0]), String(key[1])] as const) : null;
    const rows = await this.store.history(id, path ?? null, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.revision, row.path]);
  }

  async state(id: string, path: string, revision: number) {
    const state = await this.store.state(id, path, revision);
    if (state !== null) return state;
    await this.known(id);
    throw refuseDraft('draft.revision_missing', { path, revision });
  }

  /**
   * The file, when it is still at the revision that was edited; null when there is none and none was edited. Otherwise the
   * refusal shows what stands there now, and by whom. A save of the very same text is no conflict.
   */
  async unmoved(
    tx: Tx,
    id: string,
    path: string,
    revision: number | null,
    same?: string,
  ): Promise<(Saved & Standing) | null> {
    const now = (await this.store.heldTexts(tx, id, [path])).get(path);
    const isSame = same !== undefined && now?.text === same;
    if ((now?.revision ?? null) !== revision && !isSame)
      throw refuseDraft('draft.file_changed', {
        path,
        text: now?.text ?? null,
        revision: now?.revision ?? null,
        by: now?.by?.nameLo ?? null,
        byEn: now?.by?.nameEn ?? null,
        byId: now?.by?.id ?? null,
        at: now?.at.toISOString() ?? null,
      });
    if (now === undefined) return null;
    return { path, text: now.text ?? '', revision: now.revision, hash: now.hash, changedAt: now.at };
  }

  private async known(id: string): Promise<void> {
    if ((await this.drafts.head(id)) === null) throw refuseDraft('draft.missing');
  }

  private async missing(id: string, path: string): Promise<Error> {
    await this.known(id);
    return refuseDraft('draft.file_missing', { path });
  }
}
