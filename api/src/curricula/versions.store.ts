import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../format/index.js';
import { Queries, type Tx, prepared } from '../db/queries.js';
import { type Author, authorOf } from './author.contract.js';
import { type CurriculumVersionRow, PublicationRow } from './curricula.rows.js';
import type { Freshness } from './freshness.rules.js';

export interface Comparable {
  id: string;
  curriculumId: string;
  version: string;
  contentHash: string;
  publishedAt: Date;
  snapshot: Snapshot | null;
}

export interface PastVersion {
  id: string;
  version: string;
  contentHash: string;
  publishedAt: Date;
  fromFiles: boolean;
  publishedBy: Author | null;
  why: string | null;
  change: CurriculumVersionRow['change'];
}

/** A publication with the name of who asked for it. */
export interface AskedPublication extends Omit<PublicationRow, 'requestedBy'> {
  askedBy: string;
  requestedBy: Author | null;
}

const past = prepared<PastVersion>(
  'past-versions',
  `select v.id, v.version, v.content_hash as "contentHash", v.published_at as "publishedAt", v.published_by is null as "fromFiles",
     ${authorOf('p')} as "publishedBy", v.why, v.change
   from curriculum_versions v left join persons p on p.id = v.published_by
   where v.curriculum_id = (select id from curricula where code = $1) and ($3::timestamptz is null or (v.published_at, v.id) < ($3, $4::uuid))
   order by v.published_at desc, v.id desc limit $2`,
);

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

  /** Versions that were published before freshness was counted, and can be counted from their archive. */
  async uncounted(): Promise<string[]> {
    const rows = await this.queries.read<{ id: string }>(
      `select id from curriculum_versions where archive is not null and outline is not null and outline->'freshness' is null`,
    );
    return rows.map(({ id }) => id);
  }

  /** Adds the figures; nothing else of a version ever changes, nor do they once they are there. */
  async keepFreshness(tx: Tx, versionId: string, figures: Freshness): Promise<void> {
    await tx.query(
      `update curriculum_versions set outline = outline || jsonb_build_object('freshness', $2::jsonb)
       where id = $1 and outline->'freshness' is null`,
      [versionId, JSON.stringify(figures)],
    );
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

  /** The last published first; `before` is the key of the last one that was told. */
  past(code: string, limit: number, before: readonly [at: string, id: string] | null): Promise<PastVersion[]> {
    return this.queries.all(past, [code, limit, before?.[0] ?? null, before?.[1] ?? null]);
  }

  async addPublication(tx: Tx, row: PublicationRow): Promise<void> {
    await tx.insert(PublicationRow, row);
  }

  async publication(id: string): Promise<AskedPublication | null> {
    const [found] = await this.queries.read<AskedPublication>(`${publications} where a.id = $1`, [id]);
    return found ?? null;
  }

  async isCurriculum(code: string): Promise<boolean> {
    return (await this.queries.read(`select 1 from curricula where code = $1`, [code])).length > 0;
  }

  /** Newest first. */
  publicationsOf(code: string, limit: number): Promise<AskedPublication[]> {
    return this.queries.read(`${publications} where a.curriculum_code = $1 order by a.requested_at desc limit $2`, [
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

const publications = `select a.id, a.curriculum_code as "curriculumCode", a.version, a.archive, a.draft_id as "draftId",
  a.requested_by as "askedBy", ${authorOf('p')} as "requestedBy", a.requested_at as "requestedAt", a.why, a.state, a.version_id as "versionId", a.refusal, a.finished_at as "finishedAt"
  from publications a left join persons p on p.id = a.requested_by`;
