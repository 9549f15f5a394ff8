import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';

interface SectionOutline {
  readonly id: string;
  readonly minutes: number;
  /** The kind of class that it is only for, or left out in. */
  readonly only: string | null;
  readonly skip: string | null;
}

export interface ModuleOutline {
  readonly code: string;
  readonly minutes: number;
  readonly titleEn: string;
  readonly titleLo: string | null;
  /** In order; of every kind of class. */
  readonly sections: readonly SectionOutline[];
  /** Bytes that a phone fetches for it in either language: the page, and the pictures as a phone gets them. */
  readonly download: { readonly en: number; readonly lo: number };
}

const outline = prepared<ModuleOutline>(
  'version-outline',
  `select m.code, m.minutes, m.title_en as "titleEn", m.title_lo as "titleLo",
     coalesce((select jsonb_agg(jsonb_build_object('id', s->'id', 'minutes', coalesce(s->'minutes', '0'), 'only', s->'only', 'skip', s->'skip') order by n)
       from jsonb_array_elements(p.body::jsonb->'sections') with ordinality as listed (s, n)), '[]') as sections,
     jsonb_build_object('en', coalesce(p.compressed_bytes, 0) + media.bytes, 'lo', coalesce(lao.compressed_bytes, 0) + media.bytes) as download
   from modules m
   left join module_pages p on p.version_id = m.version_id and p.module_code = m.code and p.locale = 'en' and p.audience = 'participant'
   left join module_pages lao on lao.version_id = m.version_id and lao.module_code = m.code and lao.locale = 'lo' and lao.audience = 'participant'
   cross join lateral (
     select coalesce(sum(coalesce(media.phone_size, media.size)), 0)::int as bytes
     from jsonb_path_query(p.body::jsonb, '$.media[*]') as shown join media on media.hash = shown ->> 'hash'
   ) media
   where m.version_id = $1 order by m.position`,
);
const kept = 50;

/** The modules and sections of published versions. A version never changes, so what was read once is kept. */
@Injectable()
export class VersionOutlines {
  private readonly known = new Map<string, Promise<readonly ModuleOutline[]>>();

  constructor(private readonly queries: Queries) {}

  /** Within a transaction its own connection is asked: waiting there for a second one could wait for ever. */
  of(versionId: string, tx?: Tx): Promise<readonly ModuleOutline[]> {
    const known = this.known.get(versionId);
    if (known !== undefined) return known;
    const read =
      tx === undefined ? this.queries.all(outline, [versionId]) : this.queries.within(tx, outline, [versionId]);
    read.catch(() => this.known.delete(versionId));
    if (this.known.size >= kept) this.known.delete(this.known.keys().next().value!);
    this.known.set(versionId, read);
    return read;
  }

  /** One after the other: a transaction has one connection, and nearly all are known. */
  async ofAll(versionIds: readonly string[], tx?: Tx): Promise<Map<string, readonly ModuleOutline[]>> {
    const found = new Map<string, readonly ModuleOutline[]>();
    for (const id of new Set(versionIds)) found.set(id, await this.of(id, tx));
    return found;
  }
}
