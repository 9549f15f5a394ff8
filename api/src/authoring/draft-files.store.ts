import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Author, authorOf } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import type { Picture, UnitField } from '../format/index.js';
import { inPortions } from './portions.rules.js';

/** What a file becomes: a text, a picture, or nothing any more. */
export type Content =
  | { readonly text: string }
  | { readonly picture: Pick<Picture, 'bytes' | 'type' | 'hash' | 'size'> }
  | null;

export interface Change {
  readonly path: string;
  readonly content: Content;
  readonly why: string | null;
}

export interface Stamp {
  readonly revision: number;
  readonly by: string | null;
  readonly at: Date;
}

export interface FileHead {
  path: string;
  kind: 'text' | 'picture';
  type: string | null;
  revision: number;
  bytes: number;
  hash: string;
  changedBy: Author | null;
  changedAt: Date;
}

export interface HistoryRow {
  path: string;
  revision: number;
  kind: 'text' | 'picture' | 'removed';
  bytes: number;
  by: Author | null;
  at: Date;
  why: string | null;
}

const history = `select c.path, c.revision, case when c.text is not null then 'text' when c.bytes is not null then 'picture' else 'removed' end as kind,
    c.byte_count as bytes, ${authorOf('p')} as by, c.changed_at as at, c.why`;
const heads = `select f.path, case when f.text is null then 'picture' else 'text' end as kind, f.type, f.revision, f.byte_count as bytes, f.hash,
    ${authorOf('p')} as "changedBy", f.changed_at as "changedAt"`;
const fromFiles = `from draft_files f left join persons p on p.id = f.changed_by`;

@Injectable()
export class DraftFilesStore {
  constructor(private readonly queries: Queries) {}

  heads(draftId: string): Promise<FileHead[]> {
    return this.queries.read(`${heads} ${fromFiles} where f.draft_id = $1 order by f.path collate "C"`, [draftId]);
  }

  async text(draftId: string, path: string): Promise<(FileHead & { text: string | null }) | null> {
    const [found] = await this.queries.read<FileHead & { text: string | null }>(
      `${heads}, f.text ${fromFiles} where f.draft_id = $1 and f.path = $2`,
      [draftId, path],
    );
    return found ?? null;
  }

  /** Texts while a transaction holds the draft, with who changed them last. */
  async heldTexts(tx: Tx, draftId: string, paths: readonly string[]) {
    const rows: { path: string; text: string | null; revision: number; hash: string; by: Author | null; at: Date }[] =
      await tx.query(
        `select f.path, f.text, f.revision, f.hash, ${authorOf('p')} as by, f.changed_at as at ${fromFiles} where f.draft_id = $1 and f.path = any($2)`,
        [draftId, paths],
      );
    return new Map(rows.map((row) => [row.path, row]));
  }

  async heldPaths(tx: Tx, draftId: string, below: string): Promise<string[]> {
    const rows: { path: string }[] = await tx.query(
      `select path from draft_files where draft_id = $1 and starts_with(path, $2) order by path`,
      [draftId, below],
    );
    return rows.map(({ path }) => path);
  }

  /** Whether a file is there that some systems cannot tell from this path: an archive cannot hold both. */
  async heldTwin(tx: Tx, draftId: string, path: string): Promise<boolean> {
    const [found] = await tx.query(
      `select 1 from draft_files where draft_id = $1 and lower(path) = lower($2) and path <> $2 limit 1`,
      [draftId, path],
    );
    return found !== undefined;
  }

  async size(tx: Tx, draftId: string): Promise<{ files: number; bytes: number }> {
    const [found] = await tx.query(
      `select count(*)::int as files, coalesce(sum(byte_count), 0)::int as bytes from draft_files where draft_id = $1`,
      [draftId],
    );
    return found;
  }

  async picture(draftId: string, hash: string): Promise<{ type: string; bytes: Buffer } | null> {
    const [found] = await this.queries.read<{ type: string; bytes: Buffer }>(
      `select type, bytes from draft_files where draft_id = $1 and hash = $2 and bytes is not null limit 1`,
      [draftId, hash],
    );
    return found ?? null;
  }

  /** Writes files as they now are, and each state into the history; both or neither. */
  async write(tx: Tx, draftId: string, changes: readonly Change[], stamp: Stamp): Promise<void> {
    for (const some of inPortions(changes, weightOf)) await this.writePortion(tx, draftId, some, stamp);
  }

  private async writePortion(tx: Tx, draftId: string, changes: readonly Change[], { revision, by, at }: Stamp) {
    const rows = changes.map(({ path, content, why }) => ({ path, why, ...stored(content) }));
    /* All pictures as one value: a list of values would go as text of twice their length. */
    const pictures = Buffer.concat(rows.flatMap(({ bytes }) => bytes ?? []));
    let next = 1;
    const starts = rows.map(({ bytes }) => (bytes === null ? null : (next += bytes.length) - bytes.length));
    const of = <Field extends keyof (typeof rows)[number]>(field: Field) => rows.map((row) => row[field]);
    await tx.query(
      `insert into draft_changes (draft_id, revision, changed_by, changed_at, path, text, bytes, type, byte_count, why)
       select $1, $2, $3, $4, path, text, substring($5::bytea from start for size), type, size, why
       from unnest($6::text[], $7::text[], $8::integer[], $9::text[], $10::integer[], $11::text[]) as x (path, text, start, type, size, why)`,
      [draftId, revision, by, at, pictures, of('path'), of('text'), starts, of('type'), of('size'), of('why')],
    );
    /* What was just sent is not sent again. */
    await tx.query(
      `insert into draft_files (draft_id, revision, changed_by, changed_at, path, text, bytes, type, byte_count, hash)
       select c.draft_id, c.revision, c.changed_by, c.changed_at, c.path, c.text, c.bytes, c.type, c.byte_count, x.hash
       from unnest($3::text[], $4::text[]) as x (path, hash)
         join draft_changes c on c.draft_id = $1 and c.revision = $2 and c.path = x.path
       where x.hash is not null
       on conflict (draft_id, path) do update set revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
         text = excluded.text, bytes = excluded.bytes, type = excluded.type, byte_count = excluded.byte_count, hash = excluded.hash`,
      [draftId, revision, of('path'), of('hash')],
    );
    const gone = rows.filter(({ hash }) => hash === null).map(({ path }) => path);
    if (gone.length > 0)
      await tx.query(`delete from draft_files where draft_id = $1 and path = any($2)`, [draftId, gone]);
  }

  /** Newest first; `before` is the last entry of the page before. */
  history(
    draftId: string,
    path: string | null,
    before: readonly [revision: number, path: string] | null,
    limit: number,
  ): Promise<HistoryRow[]> {
    return this.queries.read(
      `${history} from draft_changes c left join persons p on p.id = c.changed_by
       where c.draft_id = $1 and ($2::text is null or c.path = $2) and ($3::integer is null or (c.revision, c.path) < ($3, $4::text))
       order by c.revision desc, c.path desc limit $5`,
      [draftId, path, before?.[0] ?? null, before?.[1] ?? null, limit],
    );
  }

  /** The state that a file had at a revision of the draft: its last change up to then. */
  async state(draftId: string, path: string, revision: number) {
    const [found] = await this.queries.read<HistoryRow & { text: string | null }>(
      `${history}, c.text from draft_changes c left join persons p on p.id = c.changed_by
       where c.draft_id = $1 and c.path = $2 and c.revision <= $3 order by c.revision desc limit 1`,
      [draftId, path, revision],
    );
    return found ?? null;
  }

  async heldState(tx: Tx, draftId: string, path: string, revision: number): Promise<Content | undefined> {
    const [found] = await tx.query(
      `select text, bytes, type, byte_count as size from draft_changes where draft_id = $1 and path = $2 and revision <= $3 order by revision desc limit 1`,
      [draftId, path, revision],
    );
    if (found === undefined) return undefined;
    const { text, bytes, type, size } = found;
    if (text !== null) return { text };
    return bytes === null ? null : { picture: { bytes, type, size, hash: hashOf(bytes) } };
  }

  /** Keeps English texts that a translation may have been made from. The same text is kept once. */
  async keepSources(tx: Tx, sources: ReadonlyMap<string, readonly Pick<UnitField, 'name' | 'en'>[]>): Promise<void> {
    const rows = [...sources]
      .map(([hash, fields]) => ({ hash, fields: fields.map(({ name, en }) => [name, en]) }))
      /* An escape in YAML can make letters that jsonb cannot hold; the check says so to the author. */
      .filter(({ fields }) => fields.flat().every((text) => text!.isWellFormed() && !text!.includes('\u0000')));
    for (let at = 0; at < rows.length; at += 1_000)
      await tx.query(
        `insert into source_texts (hash, fields) select hash, fields from jsonb_to_recordset($1::jsonb) as x (hash text, fields jsonb)
         order by hash on conflict (hash) do nothing`,
        [JSON.stringify(rows.slice(at, at + 1_000))],
      );
  }

  async source(hash: string): Promise<ReadonlyMap<string, string> | null> {
    const [found] = await this.queries.read<{ fields: [string, string][] }>(
      `select fields from source_texts where hash = $1`,
      [hash],
    );
    return found === undefined ? null : new Map(found.fields);
  }
}

interface Stored {
  readonly text: string | null;
  readonly bytes: Buffer | null;
  readonly type: string | null;
  readonly size: number;
  /** Null when the file is gone. */
  readonly hash: string | null;
}

function weightOf({ content }: Change): number {
  if (content === null) return 0;
  return 'text' in content ? content.text.length : content.picture.size;
}

function stored(content: Content): Stored {
  if (content === null) return { text: null, bytes: null, type: null, size: 0, hash: null };
  if ('picture' in content) {
    const { bytes, type, size, hash } = content.picture;
    return { text: null, bytes, type, size, hash };
  }
  const { text } = content;
  return { text, bytes: null, type: null, size: Buffer.byteLength(text), hash: hashOf(text) };
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
