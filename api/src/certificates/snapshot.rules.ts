import type { CertificateFacts } from './certificate.facts.js';
import type { CertificateKind } from './eligibility.rules.js';

interface Titled {
  readonly titleLo: string | null;
  readonly titleEn: string;
}

/** A class as its record has it. */
export interface ClassFacts {
  readonly version: string;
  readonly series: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly yearEstimated: boolean;
  readonly venueLo: string;
  readonly venueEn: string | null;
  readonly province: { readonly nameEn: string; readonly nameLo: string } | null;
  readonly project: Titled;
  readonly donor: { readonly nameLo: string | null; readonly nameEn: string };
  readonly trainers: readonly {
    readonly nameLo: string;
    readonly nameEn: string | null;
    readonly rank: string | null;
    readonly role: 'lead' | 'co-trainer';
  }[];
  /** Days with sessions and taught minutes; none without a timetable. */
  readonly days: readonly string[];
  readonly taughtMinutes: number;
}

/** The published version that was taught. */
export interface VersionFacts {
  readonly title: { readonly en: string; readonly lo: string | null };
  readonly days: number;
  readonly minutes: number;
}

export interface GraduateFacts {
  readonly personId: string;
  readonly nameLo: string;
  readonly nameEn: string | null;
  readonly rank: string | null;
  readonly unitLo: string | null;
  readonly unitEn: string | null;
}

/** What an administrator sets once for the installation. */
export interface IssuerFacts {
  readonly prefix: string;
  readonly titleLo: string;
  readonly titleEn: string;
  readonly departmentLo: string;
  readonly departmentEn: string;
  readonly motto: boolean;
}

export interface Award {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly issuedOn: string;
  readonly verifyUrl: string;
  readonly verifyCode: string;
}

/** All that the certificate will say, for ever: later changes of names, ranks, units and versions do not touch it. */
export function snapshotOf(
  taught: ClassFacts,
  version: VersionFacts,
  person: GraduateFacts,
  issuer: IssuerFacts,
  award: Award,
): CertificateFacts {
  const { prefix: _, motto, ...signatory } = issuer;
  return {
    number: award.number,
    kind: award.kind,
    person: {
      rankLo: person.rank,
      rankEn: rankInEnglish(person.rank),
      nameLo: person.nameLo,
      nameEn: person.nameEn,
      unitLo: person.unitLo,
      unitEn: person.unitEn,
    },
    course: {
      titleLo: version.title.lo ?? version.title.en,
      titleEn: version.title.en,
      versionLabel: taught.version,
      hours: Math.max(1, Math.round((taught.taughtMinutes || version.minutes) / 60)),
      days: taught.days.length || version.days,
    },
    startsOn: taught.startsOn,
    endsOn: taught.endsOn,
    yearEstimated: taught.yearEstimated,
    placeLo: place(taught.venueLo, taught.province?.nameLo),
    placeEn: place(taught.venueEn ?? taught.province?.nameEn ?? taught.venueLo, taught.province?.nameEn),
    trainers: taught.trainers.slice(0, 8).map(({ nameLo, nameEn, rank, role }) => ({
      nameLo: [rank, nameLo].filter(Boolean).join(' '),
      nameEn: [nameEn === null ? null : rankInEnglish(rank), nameEn ?? nameLo].filter(Boolean).join(' '),
      role,
    })),
    issuer: signatory,
    project: { nameLo: taught.project.titleLo, nameEn: taught.project.titleEn },
    donors: [{ nameLo: taught.donor.nameLo, nameEn: taught.donor.nameEn }],
    motto,
    issuedOn: award.issuedOn,
    verifyUrl: award.verifyUrl,
    verifyCode: award.verifyCode,
  };
}

function place(venue: string, province: string | undefined): string {
  return province === undefined || venue.includes(province) ? venue : `${venue}, ${province}`;
}

/** The police ranks of the Lao PDR in the English that the press uses; draft, to be confirmed by the department. */
const ranks: Readonly<Record<string, string>> = {
  ພົນເອກ: 'General',
  ພົນໂທ: 'Lieutenant General',
  ພົນຕີ: 'Major General',
  ພົນຈັດຕະວາ: 'Brigadier General',
  ພັນເອກ: 'Colonel',
  ພັນໂທ: 'Lieutenant Colonel',
  ພັນຕີ: 'Major',
  ຮ້ອຍເອກ: 'Captain',
  ຮ້ອຍໂທ: 'Lieutenant',
  ຮ້ອຍຕີ: 'Second Lieutenant',
  ວ່າທີຮ້ອຍຕີ: 'Acting Second Lieutenant',
  ສິບເອກ: 'Sergeant First Class',
  ສິບໂທ: 'Sergeant',
  ສິບຕີ: 'Corporal',
};

/** A rank that was typed in Latin letters stays; one that is not on the list has no English, and none is made up. */
function rankInEnglish(rank: string | null): string | null {
  if (rank === null) return null;
  const [first = ''] = rank.split(/\s+/);
  return ranks[first] ?? (/^[\p{Script=Latin}.\s-]+$/u.test(rank) ? rank : null);
}
