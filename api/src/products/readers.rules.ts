import { audiences } from './catalog.rules.js';
import type { ProductKind } from './edition.rules.js';

/** Who asks, and what ties them to the version. */
export interface Reader {
  /** May have everything: an administrator. */
  readonly all: boolean;
  readonly trainer: boolean;
  /** Is a trainer of a class with this version. */
  readonly teaches: boolean;
  /** Has a seat in a class with this version. */
  readonly learns: boolean;
}

/**
 * A trainer may prepare from any version, so its books are open to all trainers. The papers and keys of graded tests are not: they are
 * for those who teach a class with the version.
 */
export function mayHave({ all, trainer, teaches, learns }: Reader, kind: ProductKind): boolean {
  if (all) return true;
  if (kind === 'paper' || kind === 'key') return teaches;
  return audiences[kind] === 'trainers' ? trainer : trainer || learns;
}
