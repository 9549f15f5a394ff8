import type { PlainDate } from '../kernel/dates.js';
import { searchKey } from '../kernel/text.js';

export const provinceKinds = ['province', 'prefecture'] as const;
export const unitKinds = ['ministry', 'department', 'division', 'office', 'checkpoint', 'organisation'] as const;
export const regions = ['northern', 'central', 'southern'] as const;
export const checkpointClasses = ['international', 'local', 'traditional'] as const;
export const travelModes = ['air', 'road', 'rail', 'river', 'river|road'] as const;
/** How sure a record or a position is; `demo` was invented for demonstration. */
export const confidences = ['high', 'medium', 'low', 'none', 'demo'] as const;

export type ProvinceKind = (typeof provinceKinds)[number];
export type UnitKind = (typeof unitKinds)[number];
export type Region = (typeof regions)[number];
export type CheckpointClass = (typeof checkpointClasses)[number];
export type TravelMode = (typeof travelModes)[number];
export type Confidence = (typeof confidences)[number];

/** The start of a class whose real start nobody knows: it held as far back as records reach. */
export const beforeRecords: PlainDate = '1900-01-01';

export interface ClassFacts {
  readonly class: CheckpointClass;
  readonly validFrom: PlainDate;
}

/** The class of a checkpoint on a day: the latest that began by then, or null. */
export function classOn(classes: readonly ClassFacts[], day: PlainDate): CheckpointClass | null {
  const begun = classes.filter((one) => one.validFrom <= day);
  return (
    begun.reduce<ClassFacts | null>((last, one) => (last && last.validFrom >= one.validFrom ? last : one), null)
      ?.class ?? null
  );
}

/** What a unit is found by: every name it goes by, its code, and what lies on the other side. */
export function unitSearchKey(unit: {
  readonly code: string;
  readonly nameLo: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly counterpart: string | null;
}): string {
  return searchKey([unit.nameLo, unit.nameEn, unit.code, ...unit.aliases, unit.counterpart ?? ''].join(' '));
}

/** Whether `parentId` may stand above `unitId`: a unit is never below itself. `parents` maps each unit to the one above. */
export function mayStandBelow(unitId: string, parentId: string, parents: ReadonlyMap<string, string | null>): boolean {
  for (let above: string | null = parentId; above !== null; above = parents.get(above) ?? null)
    if (above === unitId) return false;
  return true;
}
