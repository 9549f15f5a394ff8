import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { fromCursor, type PageQuery, pageOf } from '../http/contract.js';
import { refuseCurriculum } from './curricula.failures.js';
import { VersionsStore } from './versions.store.js';

/** What became of a curriculum over the years. */
@Injectable()
export class HistoryService {
  constructor(private readonly store: VersionsStore) {}

  async versions(code: string, { limit, after }: z.output<typeof PageQuery>) {
    const key = fromCursor(after, 2) as [string, string] | null;
    const isKey = key !== null && !Number.isNaN(Date.parse(String(key[0]))) && /^[0-9a-f-]{36}$/.test(String(key[1]));
    const rows = await this.store.past(code, limit + 1, isKey ? key : null);
    if (rows.length === 0 && !(await this.store.isCurriculum(code)))
      throw refuseCurriculum('curriculum.missing', { code });
    return pageOf(rows, limit, ({ publishedAt, id }) => [publishedAt.toISOString(), id]);
  }
}
