import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../format/index.js';
import { Queries, type Tx, prepared } from '../db/queries.js';
import { PublicationRow } from './curricula.rows.js';

export interface Comparable {
  id: string;
  curriculumId: string;
  version: string;
  contentHash: string;
  publishedAt: Date;
  snapshot: Snapshot | null;
}

const comparable = prepared<Comparable>(
  'comparable-version',
  `select id, curriculum_id as "curriculumId", version, content_hash as "contentHash", published_at as "publishedAt", snapshot
   from curriculum_versions where id = $1`,
);

/** What a version was made from, and the publications that made it. */
@Injectable()
export class VersionsStore {
  constructor(private readonly queries: Queries) {}

  comparable(versionId: string): Promise<Comparable | null> {
    return this.queries.one(comparable, [versionId]);
  }

  async archive(versionId: string): Promise<{ archive: string | null; code: string; version: string } | null> {
    const [found] = await this.queries.read<{ archive: string | null; code: string; version: string }>(
      `select v.archive, c.code, v.version from curriculum_versions v join curricula c on c.id = v.curriculum_id where v.id = $1`,
      [versionId],
    );
    return found ?? null;
  }

  /** The newest version with a snapshot, by number; for deciding what a new one changes. */
  async newestSnapshot(
    tx: Tx,
    curriculumId: string,
  ): Promise<{ id: string; version: string; snapshot: Snapshot | null } | null> {
    const [found] = await tx.query(
      `select id, version, snapshot from curriculum_versions where curriculum_id = $1
       order by major desc, minor desc, patch desc, published_at desc limit 1`,
      [curriculumId],
    );
    return found ?? null;
  }

  async addPublication(tx: Tx, row: PublicationRow): Promise<void> {
    await tx.insert(PublicationRow, row);
  }

  async publication(id: string): Promise<PublicationRow | null> {
    const [found] = await this.queries.read<PublicationRow>(`${publicationColumns} where id = $1`, [id]);
    return found ?? null;
  }

  async isCurriculum(code: string): Promise<boolean> {
    return (await this.queries.read(`select 1 from curricula where code = $1`, [code])).length > 0;
  }

  /** Newest first. */
  publicationsOf(code: string, limit: number): Promise<PublicationRow[]> {
    return this.queries.read(`${publicationColumns} where curriculum_code = $1 order by requested_at desc limit $2`, [
      code,
      limit,
    ]);
  }

  async finish(
    tx: Tx,
    id: string,
    outcome: Pick<PublicationRow, 'state' | 'versionId' | 'refusal' | 'finishedAt'>,
  ): Promise<boolean> {
    const [, count] = await tx.query(
      `update publications set state = $2, version_id = $3, refusal = $4, finished_at = $5 where id = $1 and state = 'queued'`,
      [
        id,
        outcome.state,
        outcome.versionId,
        outcome.refusal === null ? null : JSON.stringify(outcome.refusal),
        outcome.finishedAt,
      ],
    );
    return count > 0;
  }
}

const publicationColumns = `select id, curriculum_code as "curriculumCode", version, archive, draft_id as "draftId", requested_by as "requestedBy",
  requested_at as "requestedAt", why, state, version_id as "versionId", refusal, finished_at as "finishedAt" from publications`;
