import type { Prose } from './curriculum.js';

/** What the sections of a module take together in the standard class: those of one kind of class only do not count. */
export function sectionMinutes({ sections }: Prose): number {
  return sections.reduce((sum, { minutes, only }) => sum + (only === null ? (minutes ?? 0) : 0), 0);
}
