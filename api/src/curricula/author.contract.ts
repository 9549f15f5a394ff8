import { z } from 'zod';
import { Uuid } from '../http/contract.js';

/** Who did something, by name; a list of authors needs no more. */
export const Author = z.object({ id: Uuid, nameLo: z.string(), nameEn: z.string().nullable() }).meta({ id: 'Author' });
export type Author = z.output<typeof Author>;

/** In SQL, a person as such a list shows one, or null; `person` is the alias of a joined row of persons. */
export function authorOf(person: string): string {
  return `case when ${person}.id is null then null else jsonb_build_object('id', ${person}.id,
    'nameLo', trim(${person}.given_name_lo || ' ' || coalesce(${person}.family_name_lo, '')),
    'nameEn', nullif(trim(coalesce(${person}.given_name_en, '') || ' ' || coalesce(${person}.family_name_en, '')), '')) end`;
}
