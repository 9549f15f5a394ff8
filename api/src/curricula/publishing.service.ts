import { readdir } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'semver';
import { AuditService } from '../audit/audit.service.js';
import { Queries } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { Refused } from '../kernel/failure.js';
import { newId } from '../kernel/ids.js';
import {
  canonicalForm,
  contentHash,
  checkCurriculum,
  type Curriculum,
  type Fault,
  readFolder,
} from '../format/index.js';
import { refuseCurriculum } from './curricula.failures.js';
import { CurriculaStore } from './curricula.store.js';
import { toRows } from './edition.rows.js';
import { edition } from './edition.rules.js';
import { release } from './release.rules.js';

export interface Published {
  readonly outcome: 'published' | 'already';
  readonly versionId: string;
  readonly code: string;
  readonly version: string;
  readonly contentHash: string;
  /** Warnings and notes; a curriculum with errors is not published. */
  readonly faults: readonly Fault[];
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
      .update(JSON.stringify([[...source.texts], [...source.pictures]]))
      .digest('hex');
    if ((await this.store.seal(folder)) === seal) return { folder, unchanged: true };
    const published = await this.publish(directory, by);
    await this.queries.transaction((tx) => this.store.keepSeal(tx, folder, seal, this.clock.now()));
    return { folder, published };
  }

  /** Makes an immutable version of a folder. The same content is never published twice: then this is no error and no change. */
  async publish(directory: string, by: string | null): Promise<Published> {
    const { source, faults: found } = await readFolder(directory);
    const { curriculum, faults } = checkCurriculum(source, found);
    if (curriculum === null) throw refuseCurriculum('curriculum.faulty', { folder: directory }, issuesOf(faults));
    return { ...(await this.release(curriculum, by)), faults };
  }

  private async release(curriculum: Curriculum, by: string | null): Promise<Omit<Published, 'faults'>> {
    const now = this.clock.now();
    const { code, version } = curriculum;
    const canonical = canonicalForm(curriculum);
    const hash = contentHash(canonical);
    return this.queries.transaction(async (tx) => {
      const curriculumId = await this.store.lockedCurriculum(tx, code, newId(), now);
      const decision = release(version, hash, await this.store.released(tx, curriculumId));
      if (decision.verdict === 'already')
        return { outcome: 'already', versionId: decision.as.id, code, version: decision.as.version, contentHash: hash };
      if (decision.verdict === 'taken') throw refuseCurriculum('curriculum.version_taken', { code, version });
      if (decision.verdict === 'not-greater')
        throw refuseCurriculum('curriculum.version_not_greater', { code, version, last: decision.by.version });

      const versionId = newId();
      const salt = await this.store.optionSalt(tx, randomBytes(16).toString('base64url'), now);
      const { major, minor, patch } = parse(version)!;
      await this.store.add(
        tx,
        toRows(edition(curriculum, salt), {
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
        }),
      );
      await this.audit.append(tx, {
        actorId: by,
        action: 'curriculum.published',
        subjectKind: 'curriculum_version',
        subjectId: versionId,
        details: { code, version, contentHash: hash },
      });
      return { outcome: 'published', versionId, code, version, contentHash: hash };
    });
  }
}

/** `schema` holds the editor schemas, not a curriculum. */
function isOurs(folder: string): boolean {
  return folder === 'schema' || folder.startsWith('.');
}

function issuesOf(faults: readonly Fault[]) {
  return faults
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, code, sentence, hint }) => ({
      path: `${file}:${line}`,
      code,
      message: hint === null ? sentence : `${sentence} ${hint}`,
    }));
}
