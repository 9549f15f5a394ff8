import { isTaught } from '../format/index.js';
import type { ModuleOutline } from './version-outlines.js';

/** A module as a class of this kind has it: the sections that are taught there, and the minutes that they take. */
export function ofClass<Outline extends ModuleOutline>(
  module: Outline,
  variant: string | null,
): Omit<Outline, 'sections'> & { readonly sections: readonly string[] } {
  const taught = module.sections.filter((section) => isTaught(section, variant));
  return {
    ...module,
    sections: taught.map(({ id }) => id),
    /* The usual minutes are the author's own word; the format holds them to the sum. */
    minutes: variant === null ? module.minutes : taught.reduce((sum: number, { minutes }) => sum + minutes, 0),
  };
}
