import type { RosterEntry } from '../people/index.js';

/*
 * The people of the demonstration. Nobody here exists: given names are flowers, trees, birds and weather, family names say
 * "example", "trial" and "pretend", and every record carries the mark of a fictional person.
 */

const given: readonly (readonly [lo: string, en: string])[] = [
  ['ດອກຈຳປາ', 'Dokchampa'],
  ['ພູເຂົາ', 'Phoukhao'],
  ['ນ້ຳໃຈ', 'Namjai'],
  ['ແສງເດືອນ', 'Sengdeuan'],
  ['ໄມ້ງາມ', 'Mai-ngam'],
  ['ຄຳຫຼ້າ', 'Khamla'],
  ['ສາຍລົມ', 'Sailom'],
  ['ດາວເໜືອ', 'Daoneua'],
  ['ຟ້າໃສ', 'Fasai'],
  ['ປ່າໄຜ່', 'Paphai'],
  ['ທອງຄຳ', 'Thongkham'],
  ['ວັນດີ', 'Vandy'],
  ['ບົວແດງ', 'Bouadeng'],
  ['ຮຸ່ງອາລຸນ', 'Hung-aloun'],
  ['ນົກຍູງ', 'Nokyoung'],
  ['ແກ້ວ', 'Keo'],
  ['ເພັດ', 'Phet'],
  ['ມະລິ', 'Mali'],
  ['ຝົນ', 'Fon'],
  ['ຊ້າງ', 'Sang'],
  ['ຫົວໃຈ', 'Houajai'],
  ['ຕາເວັນ', 'Taven'],
  ['ນ້ຳຕົກ', 'Namtok'],
  ['ດວງດາວ', 'Douangdao'],
  ['ສີຟ້າ', 'Sifa'],
  ['ໃບບົວ', 'Baiboua'],
];
const family: readonly (readonly [lo: string, en: string])[] = [
  ['ຕົວຢ່າງ', 'Tuayang'],
  ['ທົດລອງ', 'Thotlong'],
  ['ສົມມຸດ', 'Sommout'],
];
const ranks = ['ຮ້ອຍເອກ', 'ຮ້ອຍໂທ', 'ຮ້ອຍຕີ', 'ວ່າທີຮ້ອຍຕີ', null, 'ສິບເອກ'] as const;

export interface CastOptions {
  /** Where in the list of names to begin, so that groups differ. */
  readonly from: number;
  /** Service numbers `<letter>1001` and on. */
  readonly letter: string;
  readonly since: string;
  /** The source gives no sexes; only the class that is invented as a whole has them. */
  readonly withSex?: boolean;
}

/** As many fictional persons as there are units, each posted to theirs. */
export function aCast(
  unitIds: readonly string[],
  { from, letter, since, withSex = false }: CastOptions,
): RosterEntry[] {
  return unitIds.map((unitId, index) => {
    const place = from + index;
    const [givenLo, givenEn] = given[place % given.length]!;
    const [familyLo, familyEn] = family[Math.floor(place / given.length) % family.length]!;
    return {
      fictional: true,
      values: {
        givenNameLo: givenLo,
        familyNameLo: familyLo,
        givenNameEn: givenEn,
        familyNameEn: familyEn,
        sex: withSex ? (index % 2 === 0 ? 'female' : 'male') : 'not_stated',
        rank: ranks[index % ranks.length]!,
        serviceNumber: `${letter}${1001 + index}`,
        phone: null,
        birthYear: null,
      },
      posting: { unitId, position: null, validFrom: since },
    };
  });
}

/** The administrator and the observer: named by what they do. */
export function staff(unitId: string, since: string): RosterEntry[] {
  return [
    ['ຜູ້ດູແລ', 'Administrator', 'ADMIN'],
    ['ຜູ້ສັງເກດການ', 'Observer', 'OBSERVER'],
    ['ຄູຝຶກ IOM', 'IOM trainer', 'IOM-TRAINER'],
  ].map(([lo, en, serviceNumber]) => ({
    fictional: true,
    values: {
      givenNameLo: lo!,
      familyNameLo: 'ຕົວຢ່າງ',
      givenNameEn: en!,
      familyNameEn: 'Tuayang',
      sex: 'not_stated',
      rank: null,
      serviceNumber: serviceNumber!,
      phone: null,
      birthYear: null,
    },
    posting: { unitId, position: null, validFrom: since },
  }));
}
