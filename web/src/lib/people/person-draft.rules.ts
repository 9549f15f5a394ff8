import type { components } from '#lib/api/schema.js';

type Sex = components['schemas']['Person']['sex'];

/** What the fields hold while somebody types: empty text stands for nothing. */
export interface PersonDraft {
  givenNameLo: string;
  familyNameLo: string;
  givenNameEn: string;
  familyNameEn: string;
  sex: string;
  rank: string;
  serviceNumber: string;
  phone: string;
  birthYear: string;
}

export function draftOf(person: Partial<components['schemas']['Person']>): PersonDraft {
  return {
    givenNameLo: person.givenNameLo ?? '',
    familyNameLo: person.familyNameLo ?? '',
    givenNameEn: person.givenNameEn ?? '',
    familyNameEn: person.familyNameEn ?? '',
    sex: person.sex ?? 'not_stated',
    rank: person.rank ?? '',
    serviceNumber: person.serviceNumber ?? '',
    phone: person.phone ?? '',
    birthYear: String(person.birthYear ?? ''),
  };
}

/** What is sent: a fault of the form, or the values. */
export function valuesOf(draft: PersonDraft) {
  const line = (text: string) => text.trim() || null;
  return {
    givenNameLo: draft.givenNameLo.trim(),
    familyNameLo: line(draft.familyNameLo),
    givenNameEn: line(draft.givenNameEn),
    familyNameEn: line(draft.familyNameEn),
    sex: draft.sex as Sex,
    rank: line(draft.rank),
    serviceNumber: line(draft.serviceNumber),
    phone: line(draft.phone),
    birthYear: line(draft.birthYear) === null ? null : Number(draft.birthYear),
  };
}

/** The fields that cannot be sent as they are. */
export function faultsOf(draft: PersonDraft): { name: boolean; year: boolean } {
  const year = draft.birthYear.trim();
  return { name: draft.givenNameLo.trim() === '', year: year !== '' && !/^(19|20)\d\d$/.test(year) };
}
