import type { Locale } from './curriculum.js';
import type { DiffPiece } from './word-diff.rules.js';

/** A text of a unit in one language, before and after. */
export interface FieldChange {
  /** What it is in the unit, such as `text` or `prompt`. */
  readonly name: string;
  readonly locale: Locale;
  readonly pieces: readonly DiffPiece[];
}

/** The printed things that are made from a version. */
export const printed = ['handbook', 'guide', 'slides', 'plan', 'materials', 'papers', 'keys'] as const;
export type Printed = (typeof printed)[number];
