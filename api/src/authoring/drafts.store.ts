import { Injectable } from '@nestjs/common';
import { type Author, authorOf } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { DraftRow } from './authoring.rows.js';
import type { DraftsQuery } from './drafts.contract.js';

export interface DraftHead {
  id: string;
  curriculumCode: string;
  title: { en: string; lo: string | null };
  state: DraftRow['state'];
  base: { id: string; version: string } | null;
  revision: number;
  openedBy: Author | null;
  openedAt: Date;
  changedBy: Author | null;
  changedAt: Date;
  closedBy: Author | null;
  closedAt: Date | null;
  publishedVersionId: string | null;
  publication: {
    id: string;
    version: string;
    state: 'queued' | 'published' | 'refused' | 'cancelled' | 'failed';
    refusal: { code: string; params: Record<string, unknown> } | null;
  } | null;
}

/** A draft that nobody else changes until the transaction ends. */
export interface HeldDraft {
  id: string;
  curriculumCode: string;
  state: DraftRow['state'];
  revision: number;
  openedBy: string | null;
  baseVersionId: string | null;
  isPublishing: boolean;
}

/* A publication stays queued when its job gave up; then nobody works on it, and the draft can be changed again. */
const working = `exists (select 1 from jobs j where j.batch_id = d.publication_id and j.name = 'curriculum.publish' and j.state in ('queued', 'running'))`;

const heads = `select d.id, d.curriculum_code as "curriculumCode", jsonb_build_object('en', d.title_en, 'lo', d.title_lo) as title, d.state, d.revision,
    case when v.id is null then null else jsonb_build_object('id', v.id, 'version', v.version) end as base,
    ${authorOf('opener')} as "openedBy", d.opened_at as "openedAt", ${authorOf('changer')} as "changedBy", d.changed_at as "changedAt",
    ${authorOf('closer')} as "closedBy", d.closed_at as "closedAt", d.published_version_id as "publishedVersionId",
    case when p.id is null then null else jsonb_build_object('id', p.id, 'version', p.version, 'refusal', p.refusal,
      'state', case when p.state = 'queued' and not ${working} then 'failed' else p.state end) end as publication
  from drafts d left join curriculum_versions v on v.id = d.base_version_id left join publications p on p.id = d.publication_id
    left join persons opener on opener.id = d.opened_by left join persons changer on changer.id = d.changed_by
    left join persons closer on closer.id = d.closed_by`;

@Injectable()
export class DraftsStore {
  constructor(private readonly queries: Queries) {}

  list(
    { state, curriculum, limit }: DraftsQuery,
    after: readonly [at: string, id: string] | null,
  ): Promise<DraftHead[]> {
    return this.queries.read(
      `${heads} where ($1::text is null or d.state = $1) and ($2::text is null or d.curriculum_code = $2)
         and ($3::timestamptz is null or (d.changed_at, d.id) < ($3, $4::uuid))
       order by d.changed_at desc, d.id desc limit $5`,
      [state ?? null, curriculum ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  async head(id: string): Promise<DraftHead | null> {
    const [found] = await this.queries.read<DraftHead>(`${heads} where d.id = $1`, [id]);
    return found ?? null;
  }

  async held(tx: Tx, id: string): Promise<HeldDraft | null> {
    const [found] = await tx.query(
      `select d.id, d.curriculum_code as "curriculumCode", d.state, d.revision, d.opened_by as "openedBy", d.base_version_id as "baseVersionId",
         ${working} as "isPublishing"
       from drafts d where d.id = $1 for update`,
      [id],
    );
    return found ?? null;
  }

  async add(tx: Tx, row: DraftRow): Promise<void> {
    await tx.insert(DraftRow, row);
  }

  async change(tx: Tx, id: string, change: Partial<DraftRow>): Promise<void> {
    await tx.update(DraftRow, { id }, change);
  }

  /** Who else changed something since then: of each person and file the last change. The first revision is the opening. */
  others(id: string, personId: string, since: Date): Promise<{ by: Author; path: string; at: Date }[]> {
    return this.queries.read(
      `select ${authorOf('who')} as by, last.path, last.changed_at as at
       from (select distinct on (changed_by, path) changed_by, path, changed_at from draft_changes
             where draft_id = $1 and changed_by is not null and changed_by <> $2 and changed_at >= $3 and revision > 1 order by changed_by, path, changed_at desc) last
         join persons who on who.id = last.changed_by
       order by last.changed_at desc limit 20`,
      [id, personId, since],
    );
  }

  /** The version of this curriculum that has this content, if there is one. */
  async versionWith(code: string, contentHash: string): Promise<{ id: string; version: string } | null> {
    const [found] = await this.queries.read<{ id: string; version: string }>(
      `select v.id, v.version from curriculum_versions v join curricula c on c.id = v.curriculum_id where c.code = $1 and v.content_hash = $2`,
      [code, contentHash],
    );
    return found ?? null;
  }

  /** A number that no version of the curriculum can be compared with means: there is no such curriculum. */
  async newestVersion(code: string): Promise<{ id: string; version: string } | null> {
    const [found] = await this.queries.read<{ id: string; version: string }>(
      `select v.id, v.version from curriculum_versions v join curricula c on c.id = v.curriculum_id where c.code = $1
       order by v.major desc, v.minor desc, v.patch desc, v.published_at desc limit 1`,
      [code],
    );
    return found ?? null;
  }

  async codeOf(versionId: string): Promise<string | null> {
    const [found] = await this.queries.read<{ code: string }>(
      `select c.code from curriculum_versions v join curricula c on c.id = v.curriculum_id where v.id = $1`,
      [versionId],
    );
    return found?.code ?? null;
  }
}
