import type { ChangeClass, ModuleChange, UnitChange } from '../curriculum/changes.rules.ts';

export interface Wish {
  locale: 'both' | 'en' | 'lo';
  /** Only what a participant sees. */
  seen: boolean;
  class: ChangeClass | null;
}

/** What of a module is shown; null when nothing of it is. */
export function shownOf(module: ModuleChange, { locale, seen, class: wanted }: Wish): ModuleChange | null {
  const units = module.units.flatMap((unit): UnitChange[] => {
    if (seen && unit.trainerOnly) return [];
    if (wanted && unit.class !== wanted) return [];
    const fields = unit.fields.filter((field) => locale === 'both' || field.locale === locale);
    return fields.length > 0 ? [{ ...unit, fields }] : [];
  });
  const facts = module.facts.filter((fact) => !wanted || fact.class === wanted);
  return units.length + facts.length > 0 || (module.state !== 'changed' && !wanted)
    ? { ...module, units, facts }
    : null;
}
