import { type PlainDate, addDays } from '../kernel/dates.js';

/** A posting on record; `validTo` is its last day, null while it lasts. */
export interface PostingFacts {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface Placement {
  /** The posting that began the same day: the new one corrects it. */
  readonly replaces: string | null;
  /** The posting that was running: it ends the day before. */
  readonly shortened: { readonly id: string; readonly validTo: PlainDate } | null;
  /** The last day of the new posting; null: it lasts. */
  readonly validTo: PlainDate | null;
}

/** Where a posting that begins on `from` fits among those on record, so that a person is at one unit a day. */
export function placement(postings: readonly PostingFacts[], from: PlainDate): Placement {
  const same = postings.find((one) => one.validFrom === from);
  if (same) return { replaces: same.id, shortened: null, validTo: same.validTo };
  const running = postings.find((one) => one.validFrom < from && (one.validTo === null || one.validTo >= from));
  const later = postings
    .map((one) => one.validFrom)
    .filter((start) => start > from)
    .sort();
  return {
    replaces: null,
    shortened: running ? { id: running.id, validTo: addDays(from, -1) } : null,
    validTo: running?.validTo ?? (later[0] === undefined ? null : addDays(later[0], -1)),
  };
}
