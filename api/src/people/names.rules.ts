import { numberKey, searchKey } from '../kernel/text.js';

export const sexes = ['female', 'male', 'not_stated'] as const;
export type Sex = (typeof sexes)[number];

export interface NameFacts {
  readonly givenNameLo: string;
  readonly familyNameLo: string | null;
  readonly givenNameEn: string | null;
  readonly familyNameEn: string | null;
}

/** The given name stands first in Laos, and people are sorted by it. */
export function nameLo(name: Pick<NameFacts, 'givenNameLo' | 'familyNameLo'>): string {
  return joined(name.givenNameLo, name.familyNameLo);
}

export function nameEn(name: Pick<NameFacts, 'givenNameEn' | 'familyNameEn'>): string | null {
  return joined(name.givenNameEn, name.familyNameEn) || null;
}

function joined(given: string | null, family: string | null): string {
  return [given, family].filter(Boolean).join(' ');
}

/** A Lao full name made comparable: spelling variants folded, and no spaces, because people leave them out. */
export function nameKey(name: Pick<NameFacts, 'givenNameLo' | 'familyNameLo'>): string {
  return searchKey(nameLo(name)).replaceAll(' ', '');
}

/** What a person is found by. The Lao name stands in it twice, with and without the space. */
export function personSearchKey(
  person: NameFacts & { readonly serviceNumber: string | null; readonly phone: string | null },
): string {
  const { serviceNumber, phone } = person;
  const number = serviceNumber === null ? '' : `${serviceNumber} ${numberKey(serviceNumber)}`;
  const digits = phone?.replace(/\D/g, '') ?? '';
  return searchKey([nameLo(person), nameKey(person), nameEn(person) ?? '', number, digits].join(' '));
}

/** Splits a full name written in one: the given name ends at the first space. */
export function splitName(full: string): { given: string; family: string | null } {
  const [given = '', ...rest] = full.trim().split(/\s+/);
  return { given, family: rest.join(' ') || null };
}

/** Lao forms of address that lists put before a name, with the sex they tell. */
const honorifics: readonly (readonly [string, Sex | null])[] = [
  ['ທ່ານ ນາງ', 'female'],
  ['ນາງສາວ', 'female'],
  ['ນາງ', 'female'],
  ['ທ້າວ', 'male'],
  ['ທ່ານ', null],
  ['ທ.', 'male'],
  ['ນ.', 'female'],
];

/** A name without the form of address before it; only one that stands apart counts, as names may begin alike. */
export function withoutHonorific(name: string): { name: string; honorific: string | null; sex: Sex | null } {
  const trimmed = name.trim();
  const found = honorifics.find(([word]) => trimmed.startsWith(word.endsWith('.') ? word : `${word} `));
  if (!found) return { name: trimmed, honorific: null, sex: null };
  return { name: trimmed.slice(found[0].length).trim(), honorific: found[0], sex: found[1] };
}
