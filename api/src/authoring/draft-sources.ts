import { Injectable } from '@nestjs/common';
import {
  canonicalText,
  type Checked,
  checkCurriculum,
  type Picture,
  pictureOf,
  readModule,
  type Source,
} from '../format/index.js';
import { DraftFilesStore, type FileContent } from './draft-files.store.js';
import { recalling } from './recall.rules.js';

/** A draft as a curriculum: its files made canonical, as publishing would take them. */
export interface DraftSource {
  readonly source: Source;
  /** Path → revision of its last change. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Reads a module of this draft; remembers those that did not change. */
  readonly readModule: typeof readModule;
  check(): Checked;
}

/** How many drafts are kept in memory. They are found again by the revisions of their files, so a copy is never out of date. */
const kept = 4;

@Injectable()
export class DraftSources {
  private readonly known = new Map<string, Copy>();
  private readonly loading = new Map<string, Promise<DraftSource>>();

  constructor(private readonly files: DraftFilesStore) {}

  /** Whoever asks while it is being read waits for the same copy, so that it is also checked once. */
  of(draftId: string): Promise<DraftSource> {
    const loading = this.loading.get(draftId) ?? this.load(draftId).finally(() => this.loading.delete(draftId));
    this.loading.set(draftId, loading);
    return loading;
  }

  /** A draft that is about to be written with these files, all at its first revision. */
  first({ texts, pictures }: Source): DraftSource {
    const paths = [...texts.keys(), ...pictures.keys()];
    return new Copy(new Map(paths.map((path) => [path, 1])), { texts, pictures });
  }

  remember(draftId: string, copy: DraftSource): void {
    if (!(copy instanceof Copy)) return;
    this.known.delete(draftId);
    this.known.set(draftId, copy);
    if (this.known.size > kept) this.known.delete(this.known.keys().next().value!);
  }

  private async load(draftId: string): Promise<DraftSource> {
    const now = await this.files.revisions(draftId);
    const copy = this.known.get(draftId) ?? new Copy();
    const stale = now.filter(({ path, revision }) => copy.revisions.get(path) !== revision).map(({ path }) => path);
    const isSame = stale.length === 0 && now.length === copy.revisions.size;
    const fresh = isSame
      ? copy
      : copy.with(
          now.map(({ path }) => path),
          await this.files.contents(draftId, stale),
        );
    this.remember(draftId, fresh);
    return fresh;
  }
}

/** Never changed once it is made: who works with one is not disturbed by a save. */
class Copy implements DraftSource {
  private checked: Checked | null = null;

  constructor(
    readonly revisions: ReadonlyMap<string, number> = new Map(),
    readonly source: Source = { texts: new Map(), pictures: new Map() },
    readonly readModule = recalling(),
  ) {}

  with(paths: readonly string[], changed: readonly FileContent[]): Copy {
    const fresh = new Map(changed.map((file) => [file.path, file]));
    const revisions = new Map<string, number>();
    const texts = new Map<string, string>();
    const pictures = new Map<string, Picture>();
    for (const path of paths) {
      const file = fresh.get(path);
      const text =
        file === undefined ? this.source.texts.get(path) : file.text === null ? undefined : canonicalText(file.text);
      const picture =
        file === undefined
          ? this.source.pictures.get(path)
          : file.bytes === null
            ? undefined
            : (pictureOf(file.bytes) ?? undefined);
      const revision = file?.revision ?? this.revisions.get(path);
      if (revision === undefined || (text === undefined && picture === undefined)) continue;
      revisions.set(path, revision);
      if (text !== undefined) texts.set(path, text);
      if (picture !== undefined) pictures.set(path, picture);
    }
    return new Copy(revisions, { texts, pictures }, this.readModule);
  }

  check(): Checked {
    this.checked ??= checkCurriculum(this.source, [], this.readModule);
    return this.checked;
  }
}
