import { z } from 'zod';
import { Day, Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { checkpointClasses, confidences, provinceKinds, regions, travelModes, unitKinds } from './places.rules.js';

const Place = {
  nameEn: z.string(),
  nameLo: z.string(),
  aliases: z.array(z.string()),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** How sure the position is: all but `high` is shown as estimated. */
  coordConfidence: z.enum(confidences),
  /** How sure the record is: all but `high` is shown as unverified, `demo` as invented. */
  recordConfidence: z.enum(confidences),
  source: z.string(),
  note: z.string(),
};

export const Province = z
  .object({
    id: z.string(),
    kind: z.enum(provinceKinds),
    nationalCode: z.string(),
    region: z.enum(regions),
    regionAlt: z.enum(regions).nullable(),
    ...Place,
  })
  .meta({ id: 'Province' });
export const Provinces = z.object({ items: z.array(Province) });
export const ProvinceParam = z.object({ id: z.string().max(10) });
export const ProvinceChange = z.object({ region: z.enum(regions) }).meta({ id: 'ProvinceChange' });
export type ProvinceChange = z.output<typeof ProvinceChange>;

/** A unit as other resources name it. */
export const UnitName = z
  .object({ id: Uuid, code: z.string(), nameEn: z.string(), nameLo: z.string(), provinceId: z.string().nullable() })
  .meta({ id: 'UnitName' });
export type UnitName = z.output<typeof UnitName>;

const DatedClass = z.object({
  class: z.enum(checkpointClasses),
  /** Null: as far back as records reach. */
  validFrom: Day.nullable(),
  source: z.string(),
});

export const Unit = z
  .object({
    id: Uuid,
    code: z.string(),
    kind: z.enum(unitKinds),
    parent: UnitName.nullable(),
    province: z.object({ id: z.string(), nameEn: z.string(), nameLo: z.string(), region: z.enum(regions) }).nullable(),
    /** The class that holds today; null where the unit is no checkpoint. */
    class: z.enum(checkpointClasses).nullable(),
    classes: z.array(DatedClass),
    mode: z.enum(travelModes).nullable(),
    neighbour: z.string().nullable(),
    counterpart: z.string().nullable(),
    ...Place,
    closedOn: Day.nullable(),
    unitsBelow: z.number().int(),
    allowed: z.array(z.enum(['edit', 'reclassify', 'close', 'reopen'])),
  })
  .meta({ id: 'Unit' });
export type Unit = z.output<typeof Unit>;
export const Units = PageOf(Unit);

export const UnitQuery = PageQuery.extend({
  q: z.string().max(200).optional(),
  province: z.string().max(10).optional(),
  region: z.enum(regions).optional(),
  class: z.enum(checkpointClasses).optional(),
  kind: z.enum(unitKinds).optional(),
  /** The units directly below this one; `none`: the roots of the tree. */
  parent: z.union([Uuid, z.literal('none')]).optional(),
  closed: z.enum(['no', 'yes', 'any']).default('no'),
});
export type UnitQuery = z.output<typeof UnitQuery>;

const unitFields = {
  code: Line(40).regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'A code has letters, digits and hyphens'),
  kind: z.enum(unitKinds),
  parentId: Uuid.nullable(),
  provinceId: z.string().max(10).nullable(),
  nameEn: Line(200),
  nameLo: Line(200),
  aliases: z.array(Line(200)).max(20),
  mode: z.enum(travelModes).nullable(),
  neighbour: OptionalLine(200),
  counterpart: OptionalLine(200),
  recordConfidence: z.enum(confidences),
  source: z.string().trim().max(1000),
  note: z.string().trim().max(1000),
};

export const NewUnit = z
  .object({
    ...unitFields,
    parentId: unitFields.parentId.default(null),
    provinceId: unitFields.provinceId.default(null),
    aliases: unitFields.aliases.default([]),
    mode: unitFields.mode.default(null),
    recordConfidence: unitFields.recordConfidence.default('high'),
    source: unitFields.source.default(''),
    note: unitFields.note.default(''),
    /** For a checkpoint: its class, and since when it holds. */
    class: z.enum(checkpointClasses).nullable().default(null),
    classFrom: Day.nullable().default(null),
  })
  .meta({ id: 'NewUnit' });
export type NewUnit = z.output<typeof NewUnit>;

export const UnitChange = z
  .object({ ...unitFields, neighbour: Line(200).nullable(), counterpart: Line(200).nullable() })
  .partial()
  .meta({ id: 'UnitChange' });
export type UnitChange = z.output<typeof UnitChange>;

export const NewClass = z
  .object({
    class: z.enum(checkpointClasses),
    validFrom: Day.nullable(),
    source: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'NewClass' });
export type NewClass = z.output<typeof NewClass>;

export const Closure = z.object({ closedOn: Day }).meta({ id: 'Closure' });
export type Closure = z.output<typeof Closure>;
