import { Injectable } from '@nestjs/common';
import { Queries } from '../db/queries.js';
import type { Picture } from '../format/index.js';

export interface FileState {
  readonly path: string;
  readonly revision: number;
  readonly bytes: number;
  /** Null of a text. */
  readonly type: Picture['type'] | null;
}

export interface FileContent {
  readonly path: string;
  readonly revision: number;
  readonly text: string | null;
  readonly hash: string;
  readonly size: number;
  readonly start: Buffer | null;
}

/** Of a picture: more than any but a JPEG with a very long preface needs. */
export const firstBytes = 65_536;
/** Bytes come as text from the database. A piece of this size is forgotten at once, and one of megabytes only much later. */
const pieceBytes = 49_152;

/** The files of a draft as a curriculum is made of them. */
@Injectable()
export class DraftContentsStore {
  constructor(private readonly queries: Queries) {}

  /** What has to be read again since it was read last. */
  revisions(draftId: string): Promise<FileState[]> {
    return this.queries.read(
      `select path, revision, byte_count as bytes, type from draft_files where draft_id = $1 order by path collate "C"`,
      [draftId],
    );
  }

  /** Of a drawing all of its bytes, of another picture the first: its size in pixels stands there. */
  contents(draftId: string, paths: readonly string[]): Promise<FileContent[]> {
    return this.queries.read(
      `select path, revision, text, hash, byte_count as size,
         case when type = 'image/svg+xml' then bytes else substring(bytes from 1 for ${firstBytes}) end as start
       from draft_files where draft_id = $1 and path = any($2)`,
      [draftId, paths],
    );
  }

  /** The bytes that a picture had at a revision that changed it. That never changes any more. */
  async pictureAt(draftId: string, path: string, revision: number): Promise<Buffer> {
    const pieces = await this.queries.read<{ piece: string }>(
      `select encode(substring(bytes from start for ${pieceBytes}), 'base64') as piece
       from draft_changes, generate_series(1, byte_count, ${pieceBytes}) start
       where draft_id = $1 and path = $2 and revision = $3 and bytes is not null order by start`,
      [draftId, path, revision],
    );
    if (pieces.length === 0) throw new Error(`Draft ${draftId} has no picture ${path} of revision ${revision}`);
    return Buffer.concat(pieces.map(({ piece }) => Buffer.from(piece, 'base64')));
  }
}
