import type { Snapshot } from './snapshot.rules.js';

/** Something of the newer state that could not be read. */
export interface Unread {
  /** `modules/02-persons`, `tests/pre-test`. */
  readonly path: string;
  /** Of a module, where at least that can be seen. */
  readonly code: string | null;
}

/**
 * The older state without what cannot be read of the newer one: it was not removed, and what changed in it nobody can tell. While
 * a module is unread whose code is not known either, no module is said to be removed.
 */
export function comparableTo(before: Snapshot, after: Snapshot, unread: readonly Unread[]): Snapshot {
  const read = new Set(after.modules.map(({ code }) => code));
  const paths = new Set(unread.map(({ path }) => path));
  const modules = unread.filter(({ path }) => path.startsWith('modules/'));
  const codes = new Set(modules.map(({ code }) => code));
  const isGone = (code: string) => !codes.has(null) && !codes.has(code);
  return {
    ...before,
    modules: before.modules.filter(({ code }) => read.has(code) || isGone(code)),
    files: Object.fromEntries(Object.entries(before.files).filter(([path]) => !paths.has(path))),
  };
}
