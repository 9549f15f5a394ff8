import type { ForVariant } from './curriculum.js';

/** Whether a section or block is taught in this kind of class; null is the usual one. */
export function isTaught({ only, skip }: ForVariant, variant: string | null): boolean {
  return (only === null || only === variant) && (skip === null || skip !== variant);
}
