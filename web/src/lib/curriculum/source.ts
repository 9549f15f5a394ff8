import type { Failure } from '#lib/api/failure.js';

/** A page's data as `Asked` (from the server) and `Fresh` (kept on the device too) both give it. */
export interface Source<T> {
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly at: number | null;
  readonly loading: boolean;
  load(): Promise<void>;
}
