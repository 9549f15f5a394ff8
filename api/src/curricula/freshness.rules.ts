import { type Curriculum, readRecord, type Source, type UnitState, unitsOf, unitState } from '../format/index.js';

/** How many texts of each state a translation has. English is the source, and never old. */
export type FreshnessCounts = Readonly<Record<UnitState, number>>;

/** What is recorded of a version at publishing; a language that it does not have is null. */
export interface Freshness {
  readonly lo: FreshnessCounts | null;
}

export function freshness({ languages, modules }: Curriculum, source: Pick<Source, 'texts'>): Freshness {
  if (languages.lo === null) return { lo: null };
  const counts = { current: 0, stale: 0, unrecorded: 0, missing: 0 };
  for (const module of modules) {
    const { record } = readRecord(source, module.folder);
    for (const unit of unitsOf(module)) counts[unitState(unit, record)] += 1;
  }
  return { lo: counts };
}
