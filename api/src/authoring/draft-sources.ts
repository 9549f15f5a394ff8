import { Injectable } from '@nestjs/common';
import {
  canonicalText,
  type Checked,
  checkInPortions,
  type Fault,
  type Finding,
  finding,
  found,
  type Packable,
  packables,
  type Picture,
  pictureElsewhere,
  type PictureFacts,
  pictureOf,
  readModule,
  type ReadModule,
  type Source,
} from '../format/index.js';
import { DraftContentsStore, type FileContent, type FileState, firstBytes } from './draft-contents.store.js';
import { inPortions } from './portions.rules.js';
import { type Reader, Recall } from './recall.rules.js';

/** A draft as a curriculum: its files made canonical, as publishing would take them. */
export interface DraftSource {
  /** Of its pictures the facts: `DraftSources.packables` has their bytes. */
  readonly source: Source;
  /** Path → revision of its last change. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Reads a module of this draft; remembers those that did not change. */
  readonly readModule: Reader<ReadModule>;
  /** What is wrong with it. Made once, in portions, and kept with the copy. */
  check(): Promise<readonly Fault[]>;
  /** The whole curriculum, read in portions and not kept: a large one takes a hundred megabytes. */
  curriculum(): Promise<Checked>;
}

/** How many drafts are kept in memory. They are found again by the revisions of their files, so a copy is never out of date. */
const kept = 4;
/** Letters of their texts; a letter takes one byte, or two where the file has Lao. The last draft is kept whatever its size. */
const mostLetters = 12_000_000;
/** Letters of the modules that are kept as they were read, which takes eight times as much memory as their text. */
const mostRead = 3_000_000;
/** Letters of the modules of which the findings are kept: little beside their text. */
const mostFound = 24_000_000;

@Injectable()
export class DraftSources {
  private readonly known = new Map<string, Copy>();
  private readonly loading = new Map<string, Promise<DraftSource>>();
  private readonly read = new Recall(readModule, mostRead);
  private readonly found = new Recall(finding, mostFound);

  constructor(private readonly files: DraftContentsStore) {}

  /** Whoever asks while it is being read waits for the same copy, so that it is also checked once. */
  of(draftId: string): Promise<DraftSource> {
    const loading = this.loading.get(draftId) ?? this.load(draftId).finally(() => this.loading.delete(draftId));
    this.loading.set(draftId, loading);
    return loading;
  }

  /** The files of a copy for an archive of it: as they were when it was read, whatever happens to the draft meanwhile. */
  packables(draftId: string, { source, revisions }: DraftSource): Packable[] {
    return packables(source, (path) => this.files.pictureAt(draftId, path, revisions.get(path)!));
  }

  /** A draft that is about to be written with these files, all at its first revision. */
  first(draftId: string, { texts, pictures }: Source): DraftSource {
    const paths = [...texts.keys(), ...pictures.keys()];
    const facts = new Map([...pictures].map(([path, picture]) => [path, inDatabase(picture)]));
    return this.copy(draftId, new Map(paths.map((path) => [path, 1])), { texts, pictures: facts });
  }

  remember(draftId: string, copy: DraftSource): void {
    if (!(copy instanceof Copy)) return;
    this.known.delete(draftId);
    this.known.set(draftId, copy);
    let letters = [...this.known.values()].reduce((sum, one) => sum + one.letters, 0);
    for (const [oldest, one] of this.known) {
      if (oldest === draftId || (this.known.size <= kept && letters <= mostLetters)) break;
      letters -= one.letters;
      this.known.delete(oldest);
    }
  }

  private async load(draftId: string): Promise<DraftSource> {
    const now = await this.files.revisions(draftId);
    const before = this.known.get(draftId) ?? this.copy(draftId);
    const stale = now.filter(({ path, revision }) => before.revisions.get(path) !== revision);
    const isSame = stale.length === 0 && now.length === before.revisions.size;
    const fresh = isSame ? before : await this.newer(draftId, before, now, stale);
    this.remember(draftId, fresh);
    return fresh;
  }

  /** What did not change is taken over; the rest is fetched in portions, so that it never lies in memory twice as a whole. */
  private async newer(
    draftId: string,
    before: Copy,
    now: readonly FileState[],
    stale: readonly FileState[],
  ): Promise<Copy> {
    const fetched = new Map<string, Fetched>();
    for (const some of inPortions(stale, weightOf)) {
      const paths = some.map(({ path }) => path);
      for (const file of await this.files.contents(draftId, paths))
        fetched.set(file.path, await this.toFetched(draftId, file));
    }
    const revisions = new Map<string, number>();
    const texts = new Map<string, string>();
    const pictures = new Map<string, Picture>();
    for (const { path } of now) {
      const file = fetched.get(path);
      const revision = file?.revision ?? before.revisions.get(path);
      const text = file === undefined ? before.source.texts.get(path) : file.text;
      const picture = file === undefined ? before.source.pictures.get(path) : file.picture;
      if (revision === undefined || (text === undefined && picture === undefined)) continue;
      revisions.set(path, revision);
      if (text !== undefined) texts.set(path, text);
      if (picture !== undefined) pictures.set(path, picture);
    }
    return this.copy(draftId, revisions, { texts, pictures });
  }

  private async toFetched(draftId: string, { path, revision, text, start, hash, size }: FileContent): Promise<Fetched> {
    if (text !== null) return { revision, text: canonicalText(text), picture: undefined };
    const facts = start === null ? null : pictureOf(start);
    const picture = facts === null ? pictureOf(await this.files.pictureAt(draftId, path, revision)) : facts;
    return {
      revision,
      text: undefined,
      picture: picture === null ? undefined : inDatabase({ ...picture, hash, size }),
    };
  }

  private copy(
    draftId: string,
    revisions: ReadonlyMap<string, number> = new Map(),
    source: Source = { texts: new Map(), pictures: new Map() },
  ): Copy {
    return new Copy(revisions, source, this.read.of(draftId), this.found.of(draftId));
  }
}

interface Fetched {
  readonly revision: number;
  readonly text: string | undefined;
  readonly picture: Picture | undefined;
}

/** Bytes that are fetched of a file. */
function weightOf({ bytes, type }: FileState): number {
  return type === null || type === 'image/svg+xml' ? bytes : Math.min(bytes, firstBytes);
}

/** Reading, checking and comparing a curriculum need no bytes of a picture; whoever asked here for them would ask too late. */
function inDatabase(picture: PictureFacts): Picture {
  return pictureElsewhere(picture, () => {
    throw new Error(`The bytes of the picture ${picture.hash} of a draft are in the database.`);
  });
}

/** Never changed once it is made: who works with one is not disturbed by a save. */
class Copy implements DraftSource {
  readonly letters: number;
  private checked: Promise<readonly Fault[]> | null = null;

  constructor(
    readonly revisions: ReadonlyMap<string, number>,
    readonly source: Source,
    readonly readModule: Reader<ReadModule>,
    private readonly finding: Reader<Finding>,
  ) {
    this.letters = [...source.texts.values()].reduce((sum, text) => sum + text.length, 0);
  }

  check(): Promise<readonly Fault[]> {
    this.checked ??= checkInPortions(this.source, [], (...module) => found(this.finding(...module))).then(
      ({ faults }) => faults,
    );
    return this.checked;
  }

  curriculum(): Promise<Checked> {
    return checkInPortions(this.source, [], this.readModule);
  }
}
