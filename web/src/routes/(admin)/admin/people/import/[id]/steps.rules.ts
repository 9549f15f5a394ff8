import type { components } from '#lib/api/schema.js';

type Counts = components['schemas']['PeopleImport']['counts'];
type Field = components['schemas']['ImportField'];

export const verdicts = ['error', 'duplicate', 'new', 'update', 'unchanged'] as const;
export type Verdict = (typeof verdicts)[number];

/** The tab to open first: what needs a person, before what does not. */
export function firstTab(counts: Counts): Verdict {
  return verdicts.find((verdict) => counts[verdict] > 0) ?? 'new';
}

/** Which columns are read as a field that another column holds already. */
export function twice(fields: readonly (Field | '')[]): boolean[] {
  return fields.map((field, at) => field !== '' && fields.indexOf(field) !== at);
}

/** Whether rows can be told apart at all: a Lao name, or a service number for people on record. */
export function namesPeople(fields: readonly (Field | '')[]): boolean {
  return (['fullNameLo', 'givenNameLo', 'serviceNumber'] as const).some((field) => fields.includes(field));
}
