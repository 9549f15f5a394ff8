import type { Both } from './text.js';

/** What an expected failure is: a stable code, an HTTP status and an English sentence. The web owns the sentences people read. */
export interface FailureKind {
  readonly status: number;
  readonly title: string;
}

export type FailureParams = Readonly<Record<string, string | number | boolean | null>>;

/** One field of the input that is at fault. `path` is dotted, e.g. `days.0.date`. */
export interface InputIssue {
  readonly path: string;
  readonly code: string;
  /** In English, for whoever works with the API. */
  readonly message: string;
  /** For people to read, where the web has no sentence of its own for the code. */
  readonly sentence?: Both;
}

/** An expected failure on its way out. Thrown, so that the transaction around it rolls back. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly kind: FailureKind,
    readonly params: FailureParams = {},
    readonly issues: readonly InputIssue[] = [],
  ) {
    super(kind.title);
    this.name = 'Refused';
  }
}

const declared = new Map<string, FailureKind>();

/**
 * Declares the failures of a feature and returns the one function that makes them:
 * `throw refuse('cohort.full', { seats: 20 })`.
 */
export function declareFailures<const Kinds extends Record<string, FailureKind>>(kinds: Kinds) {
  for (const [code, kind] of Object.entries(kinds)) {
    if (declared.has(code)) throw new Error(`The failure code ${code} is declared twice`);
    declared.set(code, kind);
  }
  return (code: keyof Kinds & string, params?: FailureParams, issues?: readonly InputIssue[]) =>
    new Refused(code, kinds[code]!, params, issues);
}

/** Every code declared by the loaded features, sorted: the closed list that the contract publishes. */
export function failureCodes(): string[] {
  return [...declared.keys()].sort();
}
