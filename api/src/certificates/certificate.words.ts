import { type Language, longDay, longDays } from '../typeset/days.rules.js';
import type { CertificateFacts } from './certificate.facts.js';

/** The fixed words. The Lao ones are drafts until a native speaker of the issuing department has approved them. */
const words = {
  heading: 'ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ',
  motto: 'ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ',
  completion: {
    titleLo: 'ໃບຢັ້ງຢືນການຝຶກອົບຮົມ',
    titleEn: 'CERTIFICATE OF COMPLETION',
    didLo: 'ໄດ້ສຳເລັດການຝຶກອົບຮົມ',
    didEn: 'has successfully completed the course',
  },
  attendance: {
    titleLo: 'ໃບຢັ້ງຢືນການເຂົ້າຮ່ວມ',
    titleEn: 'STATEMENT OF ATTENDANCE',
    didLo: 'ໄດ້ເຂົ້າຮ່ວມການຝຶກອົບຮົມ',
    didEn: 'has attended the course',
  },
} as const;

const roles = {
  lead: { lo: 'ຫົວໜ້າຄູຝຶກ', en: 'Lead trainer' },
  trainer: { lo: 'ຄູຝຶກ', en: 'Trainer' },
  'co-trainer': { lo: 'ຄູຝຶກຮ່ວມ', en: 'Co-trainer' },
} as const;

export interface CertificateWords {
  readonly motto: readonly string[];
  readonly departmentLo: string;
  readonly departmentEn: string;
  readonly titleLo: string;
  readonly titleEn: string;
  readonly certifies: string;
  readonly nameLo: string;
  readonly nameEn: string | null;
  /** In Lao and in English, where known. */
  readonly unit: readonly string[];
  readonly did: string;
  readonly courseLo: string;
  readonly courseEn: string;
  readonly particularsLo: string;
  readonly particularsEn: string;
  readonly trainersLo: string;
  readonly trainersEn: string;
  /** The project and its donors, where named. */
  readonly support: readonly string[];
  readonly issued: string;
  /** Who signs; `path` is where the facts hold it, without the language. */
  readonly signatures: readonly { readonly lo: string; readonly en: string; readonly path: string }[];
  readonly number: string;
  readonly code: string;
}

/** Every line of the certificate as it is printed and copied. */
export function certificateWords(facts: CertificateFacts): CertificateWords {
  const { person, course, issuer, trainers } = facts;
  const kind = words[facts.kind];
  const lead = trainers[0]!;
  return {
    motto: facts.motto ? [words.heading, words.motto] : [],
    departmentLo: issuer.departmentLo,
    departmentEn: issuer.departmentEn,
    titleLo: kind.titleLo,
    titleEn: kind.titleEn,
    certifies: 'ຢັ້ງຢືນວ່າ · This is to certify that',
    nameLo: joined(' ', person.rankLo, person.nameLo),
    nameEn: person.nameEn === null ? null : joined(' ', person.rankEn, person.nameEn),
    unit: [person.unitLo, person.unitEn].filter((part) => part !== null),
    did: `${kind.didLo} · ${kind.didEn}`,
    courseLo: course.titleLo,
    courseEn: course.titleEn,
    particularsLo: [
      `${course.days} ວັນ`,
      `${course.hours} ຊົ່ວໂມງ`,
      `ສະບັບ ${course.versionLabel}`,
      facts.placeLo,
      taught(facts, 'lo'),
    ].join(' · '),
    particularsEn: [
      counted(course.days, 'day'),
      counted(course.hours, 'hour'),
      `version ${course.versionLabel}`,
      facts.placeEn,
      taught(facts, 'en'),
    ].join(' · '),
    trainersLo: `ຄູຝຶກ: ${trainers.map(({ nameLo }) => nameLo).join(', ')}`,
    trainersEn: `${trainers.length === 1 ? 'Trainer' : 'Trainers'}: ${trainers.map(({ nameEn }) => nameEn).join(', ')}`,
    support: support(facts),
    issued: `ອອກໃຫ້ວັນທີ ${longDay(facts.issuedOn, 'lo')}${issuedMark(facts, 'lo')} · Issued on ${longDay(facts.issuedOn, 'en')}${issuedMark(facts, 'en')}`,
    signatures: [
      { lo: issuer.titleLo, en: issuer.titleEn, path: 'issuer.title' },
      {
        lo: `${roles[lead.role].lo} · ${lead.nameLo}`,
        en: `${roles[lead.role].en} · ${lead.nameEn}`,
        path: 'trainers.0.name',
      },
    ],
    number: facts.number,
    code: facts.verifyCode.match(/.{1,4}/g)!.join(' '),
  };
}

function taught({ startsOn, endsOn, yearEstimated }: CertificateFacts, language: Language): string {
  return `${longDays(startsOn, endsOn, language)}${yearEstimated ? estimated[language] : ''}`;
}

/** A certificate of an old course that is issued today has a date that nobody estimated. */
function issuedMark({ issuedOn, endsOn, yearEstimated }: CertificateFacts, language: Language): string {
  return yearEstimated && issuedOn.slice(0, 4) === endsOn.slice(0, 4) ? estimated[language] : '';
}

const estimated: Record<Language, string> = { lo: ' (ຄາດຄະເນ)', en: ' (estimated)' };

function support({ project, donors }: CertificateFacts): string[] {
  return [
    project === null ? null : `ໂຄງການ · Project: ${joined(' · ', project.nameLo, project.nameEn)}`,
    donors.length === 0
      ? null
      : `ສະໜັບສະໜູນໂດຍ · Supported by: ${donors.map(({ nameLo, nameEn }) => joined(' / ', nameLo, nameEn)).join(', ')}`,
  ].filter((part) => part !== null);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function joined(by: string, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(by);
}
