import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Queries, type Tx } from '../db/queries.js';
import {
  canonicalText,
  type Module,
  readModule,
  sourceHash,
  sourceLimits,
  tooDeepAt,
  unitsOf,
} from '../format/index.js';
import { Clock } from '../kernel/clock.js';
import { refuseDraft } from './authoring.failures.js';
import { type Change, DraftFilesStore, hashOf, type Stamp } from './draft-files.store.js';
import { DraftsStore, type HeldDraft } from './drafts.store.js';
import { outlineFacts } from './outline.rules.js';

export interface Saved {
  readonly path: string;
  readonly revision: number;
  readonly hash: string;
  readonly changedAt: Date;
  readonly text: string | null;
}

export type SourceTexts = Parameters<DraftFilesStore['keepSources']>[1];

/** The one way to change the files of a draft: held against others, written with their history, or refused as a whole. */
@Injectable()
export class DraftEdits {
  constructor(
    private readonly queries: Queries,
    private readonly drafts: DraftsStore,
    private readonly files: DraftFilesStore,
    private readonly clock: Clock,
  ) {}

  /** `decide` sees the draft as it is and says what changes; nothing at all is no change and no new revision. */
  async apply(
    { personId }: Pick<Actor, 'personId'>,
    id: string,
    decide: (tx: Tx, draft: HeldDraft) => Promise<readonly Change[]>,
  ): Promise<Stamp> {
    return this.queries.transaction(async (tx) => {
      const draft = await this.open(tx, id);
      const changes = await decide(tx, draft);
      if (changes.length === 0) return { revision: draft.revision, by: null, at: this.clock.now() };
      const stamp = { revision: draft.revision + 1, by: personId, at: this.clock.now() };
      await this.write(tx, id, changes, stamp);
      await this.keepSources(tx, id, changes);
      await this.drafts.change(tx, id, {
        revision: stamp.revision,
        changedBy: stamp.by,
        changedAt: stamp.at,
        ...factsOf(changes),
      });
      return stamp;
    });
  }

  /** One file, and what then stands in it. `of` answers null when there is nothing to change. */
  async applyOne(
    actor: Pick<Actor, 'personId'>,
    id: string,
    path: string,
    of: (tx: Tx, draft: HeldDraft) => Promise<Change | Saved>,
  ): Promise<Saved> {
    let outcome: Change | Saved | undefined;
    const stamp = await this.apply(actor, id, async (tx, draft) => {
      outcome = await of(tx, draft);
      return 'content' in outcome ? [outcome] : [];
    });
    if (!('content' in outcome!)) return outcome!;
    const { content } = outcome;
    const text = content !== null && 'text' in content ? content.text : null;
    const hash = content === null ? hashOf('') : 'text' in content ? hashOf(content.text) : content.picture.hash;
    return { path, revision: stamp.revision, hash, changedAt: stamp.at, text };
  }

  /** The draft, held and open. */
  async open(tx: Tx, id: string): Promise<HeldDraft> {
    const draft = await this.drafts.held(tx, id);
    if (draft === null) throw refuseDraft('draft.missing');
    if (draft.state !== 'open') throw refuseDraft('draft.closed', { state: draft.state });
    if (draft.isPublishing) throw refuseDraft('draft.publishing');
    return draft;
  }

  async write(tx: Tx, id: string, changes: readonly Change[], stamp: Stamp): Promise<void> {
    for (const { path, content } of changes) if (content !== null && 'text' in content) refuseDeep(path, content.text);
    await this.files.write(tx, id, changes, stamp);
    const { files, bytes } = await this.files.size(tx, id);
    if (files > sourceLimits.files) throw refuseDraft('draft.too_large', { most: sourceLimits.files, of: 'files' });
    if (bytes > sourceLimits.totalBytes)
      throw refuseDraft('draft.too_large', { most: sourceLimits.totalBytes / 1024 / 1024, of: 'megabytes' });
  }

  /** What translators will be shown as the old English, should it change after it was translated. */
  private async keepSources(tx: Tx, id: string, changes: readonly Change[]): Promise<void> {
    const folders = new Set(
      changes.flatMap(({ path }) => /^modules\/([^/]+)\/(?:module\.md|questions\.yaml)$/.exec(path)?.[1] ?? []),
    );
    if (folders.size === 0) return;
    const wanted = [...folders].flatMap((folder) => [
      `modules/${folder}/module.md`,
      `modules/${folder}/questions.yaml`,
    ]);
    const texts = new Map(
      [...(await this.files.heldTexts(tx, id, wanted))].flatMap(([path, { text }]) =>
        text === null ? [] : [[path, canonicalText(text)] as const],
      ),
    );
    const read = [...folders].flatMap(
      (folder) => readModule({ texts, pictures: new Map() }, folder, false).module ?? [],
    );
    await this.keepSourcesOf(tx, read);
  }

  keepSourcesOf(tx: Tx, modules: readonly Module[]): Promise<void> {
    return this.keepSourceTexts(tx, new Map(modules.flatMap((module) => [...sourceTextsOf(module)])));
  }

  keepSourceTexts(tx: Tx, texts: SourceTexts): Promise<void> {
    return this.files.keepSources(tx, texts);
  }
}

/** The English texts of a module by their hash. */
export function sourceTextsOf(module: Module | null): SourceTexts {
  const units = module === null ? [] : unitsOf(module);
  return new Map(units.map(({ fields }) => [sourceHash(fields), fields]));
}

/** Before anything parses it: some texts take minutes to read, and no author needs them. */
export function refuseDeep(path: string, text: string): void {
  const line = tooDeepAt(path, text);
  if (line !== null) throw refuseDraft('draft.too_deep', { path, line });
}

/** What lists show of a draft follows its curriculum.yaml, as far as that can be read. */
function factsOf(changes: readonly Change[]) {
  const outline = changes.find(({ path }) => path === 'curriculum.yaml')?.content ?? null;
  if (outline === null || !('text' in outline)) return {};
  const { code, titleEn, titleLo } = outlineFacts(outline.text);
  return {
    ...(code === null ? {} : { curriculumCode: code }),
    ...(titleEn === null ? {} : { titleEn, titleLo }),
  };
}
