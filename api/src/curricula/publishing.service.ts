import { readdir } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse, valid } from 'semver';
import { AuditService } from '../audit/audit.service.js';
import {
  canonicalForm,
  type ChangeClass,
  checkInPortions,
  compare,
  contentHash,
  type Curriculum,
  type Fault,
  issuesOf,
  neededBump,
  packables,
  packInPortions,
  readFolder,
  type Snapshot,
  snapshotOf,
  type Source,
  understates,
} from '../format/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { Refused } from '../kernel/failure.js';
import { newId } from '../kernel/ids.js';
import { Storage } from '../storage/storage.js';
import { AfterPublishing } from './after-publishing.js';
import { refuseCurriculum } from './curricula.failures.js';
import { CurriculaStore } from './curricula.store.js';
import { toRows } from './edition.rows.js';
import { edition } from './edition.rules.js';
import { MediaService } from './media.service.js';
import { release } from './release.rules.js';
import { VersionsStore } from './versions.store.js';

export interface Published {
  readonly outcome: 'published' | 'already';
  readonly versionId: string;
  readonly code: string;
  readonly version: string;
  readonly contentHash: string;
  /** Warnings and notes; a curriculum with errors is not published. */
  readonly faults: readonly Fault[];
}

/** Who publishes, why, and what is told of it. */
export interface Publishing {
  readonly by: string | null;
  readonly why?: string | null;
  readonly draftId?: string | null;
  readonly batchId?: string | null;
}

/** What became of one folder when all were published. */
export type FolderOutcome =
  | { readonly folder: string; readonly published: Published }
  /** Letter for letter what was published from it before: it was not even checked again. */
  | { readonly folder: string; readonly unchanged: true }
  | { readonly folder: string; readonly refused: Refused };

@Injectable()
export class PublishingService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CurriculaStore,
    private readonly versions: VersionsStore,
    private readonly media: MediaService,
    private readonly storage: Storage,
    private readonly after: AfterPublishing,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Publishes every folder below `root` that holds a curriculum. A folder that is refused does not stop the others. */
  async publishAll(root: string, by: string | null): Promise<FolderOutcome[]> {
    const entries = await readdir(root, { withFileTypes: true });
    const outcomes: FolderOutcome[] = [];
    for (const { name: folder } of entries
      .filter((entry) => entry.isDirectory() && !isOurs(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))) {
      try {
        outcomes.push(await this.publishIfChanged(join(root, folder), folder, by));
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault;
        outcomes.push({ folder, refused: fault });
      }
    }
    return outcomes;
  }

  /** Checking takes half a second and much memory; every start asks for it, and hardly ever is there anything new. */
  private async publishIfChanged(directory: string, folder: string, by: string | null): Promise<FolderOutcome> {
    const { source } = await readFolder(directory);
    const seal = createHash('sha256')
      .update(JSON.stringify([[...source.texts], [...source.pictures].map(([path, { hash }]) => [path, hash])]))
      .digest('hex');
    if ((await this.store.seal(folder)) === seal) return { folder, unchanged: true };
    const published = await this.publish(directory, by);
    await this.queries.transaction((tx) => this.store.keepSeal(tx, folder, seal, this.clock.now()));
    return { folder, published };
  }

  /** Makes an immutable version of a folder. The same content is never published twice: then this is no error and no change. */
  async publish(directory: string, by: string | null): Promise<Published> {
    const { source, faults } = await readFolder(directory);
    return this.publishSource(source, { by }, { found: faults, name: directory });
  }

  /** Makes an immutable version of files, wherever they come from. */
  async publishSource(
    source: Source,
    publishing: Publishing,
    { found = [], name = 'curriculum' }: { readonly found?: readonly Fault[]; readonly name?: string } = {},
  ): Promise<Published> {
    const { curriculum, faults } = await checkInPortions(source, found);
    if (curriculum === null) throw refuseCurriculum('curriculum.faulty', { folder: name }, issuesOf(faults));
    return { ...(await this.release(source, curriculum, publishing)), faults };
  }

  /**
   * Everything that can be refused, without writing anything: faults, a number that is taken, too small, or says less than the
   * change is. Publishing asks the same again.
   */
  async rehearse(source: Source, checked?: Curriculum): Promise<Curriculum> {
    const { curriculum, faults } =
      checked === undefined ? await checkInPortions(source) : { curriculum: checked, faults: [] };
    if (curriculum === null) throw refuseCurriculum('curriculum.faulty', { folder: '' }, issuesOf(faults));
    const known = await this.store.curriculumByCode(curriculum.code);
    if (known !== null)
      await this.queries.transaction(async (tx) => {
        const hash = contentHash(canonicalForm(curriculum));
        await this.decide(tx, known.id, curriculum, hash, snapshotOf(curriculum));
      });
    return curriculum;
  }

  private async release(
    source: Source,
    curriculum: Curriculum,
    { by, why = null, draftId = null, batchId = null }: Publishing,
  ): Promise<Omit<Published, 'faults'>> {
    const now = this.clock.now();
    const { code, version, modules } = curriculum;
    const canonical = canonicalForm(curriculum);
    const hash = contentHash(canonical);
    const snapshot = snapshotOf(curriculum);
    const archive = await this.storage.putAll(packInPortions(packables(source)));
    const media = await this.media.store(
      modules.flatMap(({ folder, images }) =>
        [...images].map(([path, picture]) => [`modules/${folder}/${path}`, picture] as const),
      ),
    );
    return this.queries.transaction(async (tx) => {
      const curriculumId = await this.store.lockedCurriculum(tx, code, newId(), now);
      const decision = await this.decide(tx, curriculumId, curriculum, hash, snapshot);
      if (decision.as !== null)
        return { outcome: 'already', versionId: decision.as.id, code, version: decision.as.version, contentHash: hash };

      const versionId = newId();
      const salt = await this.store.optionSalt(tx, randomBytes(16).toString('base64url'), now);
      const { major, minor, patch } = parse(version)!;
      await this.media.record(tx, media);
      await this.store.add(tx, {
        ...toRows(edition(curriculum, salt, source), {
          id: versionId,
          curriculumId,
          version,
          major,
          minor,
          patch,
          contentHash: hash,
          canonical: JSON.parse(canonical),
          titleEn: curriculum.title.en,
          titleLo: curriculum.title.lo,
          series: curriculum.series,
          days: curriculum.days,
          publishedAt: now,
          publishedBy: by,
          archive,
          snapshot,
          change: decision.change,
          why,
        }),
        media: modules.flatMap((module) =>
          [...module.images].map(([path, picture]) => ({
            versionId,
            moduleCode: module.code,
            path,
            hash: picture.hash,
          })),
        ),
      });
      await this.audit.append(tx, {
        actorId: by,
        action: 'curriculum.published',
        subjectKind: 'curriculum_version',
        subjectId: versionId,
        details: { code, version, contentHash: hash, change: decision.change, why },
      });
      await this.after.run(tx, { versionId, code, version, curriculum, by, draftId, batchId });
      return { outcome: 'published', versionId, code, version, contentHash: hash };
    });
  }

  /** Throws when the number is refused; `as` is the version that has the same content already. */
  private async decide(
    tx: Tx,
    curriculumId: string,
    { code, version }: Curriculum,
    hash: string,
    snapshot: Snapshot,
  ): Promise<{ as: { id: string; version: string } | null; change: ChangeClass | 'none' | 'first' | null }> {
    if (valid(version) !== version) throw refuseCurriculum('curriculum.version_wrong', { version });
    const decision = release(version, hash, await this.store.released(tx, curriculumId));
    if (decision.verdict === 'already') return { as: decision.as, change: 'none' };
    if (decision.verdict === 'taken') throw refuseCurriculum('curriculum.version_taken', { code, version });
    if (decision.verdict === 'not-greater')
      throw refuseCurriculum('curriculum.version_not_greater', { code, version, last: decision.by.version });
    const last = await this.versions.newestSnapshot(tx, curriculumId);
    if (last === null) return { as: null, change: 'first' };
    /* From before there were snapshots: what changed since then nobody can tell. */
    if (last.snapshot === null) return { as: null, change: null };
    const change = compare(last.snapshot, snapshot).class;
    if (understates(last.version, version, change))
      throw refuseCurriculum('curriculum.version_understates', {
        version,
        last: last.version,
        change,
        needed: neededBump(change, last.version),
      });
    return { as: null, change };
  }
}

/** `schema` holds the editor schemas, not a curriculum. */
function isOurs(folder: string): boolean {
  return folder === 'schema' || folder.startsWith('.');
}
