import { z } from 'zod';
import { isPlainDate } from '../kernel/dates.js';

/** An RFC 3339 instant in answers; rows hold `Date`. */
export const Instant = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.string().refine(isPlainDate, 'A date is written YYYY-MM-DD').meta({ format: 'date' });

/** Words of the program, in both languages that it speaks. */
export const Both = z.object({ en: z.string(), lo: z.string() });

export const Uuid = z.uuid();
export const IdParam = z.object({ id: Uuid });

/** A short line a person typed: trimmed, never blank. */
export const Line = (most: number) => z.string().trim().min(1).max(most);

/** A line that may be left out: blank and absent are the same null. */
export const OptionalLine = (most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    z.string().trim().max(most).nullable().default(null),
  );

/** The query of every list that can grow. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** What `next` of the page before said. */
  after: z.string().max(500).optional(),
});

/** A page of a list: `next` is the cursor for the page after, or null at the end. */
export const PageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export type Page<Item> = { items: Item[]; next: string | null };

/** Cuts a list that was read one longer than asked into a page; `keyOf` is what the list is ordered by. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly unknown[]): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}

export function toCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key inside a cursor, or null when it was not made by `toCursor` with as many parts. */
export function fromCursor(cursor: string | undefined, parts: number): unknown[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length === parts ? key : null;
  } catch {
    return null;
  }
}
