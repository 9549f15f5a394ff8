/*
 * How lists of this feature name a person in SQL. Names are joined in the statement that needs them: asking the feature that owns
 * persons for each list would be a second trip.
 */

export function nameLoOf(person: string): string {
  return `trim(${person}.given_name_lo || ' ' || coalesce(${person}.family_name_lo, ''))`;
}

export function nameEnOf(person: string): string {
  return `nullif(trim(coalesce(${person}.given_name_en, '') || ' ' || coalesce(${person}.family_name_en, '')), '')`;
}

/** A unit as a label, or null. */
export function unitLabelOf(unit: string): string {
  return `case when ${unit}.id is null then null else jsonb_build_object('id', ${unit}.id, 'nameEn', ${unit}.name_en, 'nameLo', ${unit}.name_lo) end`;
}

/** The posting that holds on a day, as `posting`; `day` is an expression. */
export function postingOn(person: string, day: string): string {
  return `left join lateral (select o.unit_id from postings o where o.person_id = ${person}.id and o.valid_from <= ${day}
      and (o.valid_to is null or o.valid_to >= ${day}) order by o.valid_from desc limit 1) posting on true
    left join units unit on unit.id = posting.unit_id`;
}

/** People in the order of Lao names, by which lists are paged; the parts are what a cursor holds. */
export function nameOrder(person: string): string {
  return `${person}.given_name_lo collate lao, coalesce(${person}.family_name_lo, '') collate lao, ${person}.id`;
}
