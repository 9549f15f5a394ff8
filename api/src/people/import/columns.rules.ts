import { searchKey } from '../../kernel/text.js';

/** What a column of an imported list can say about a person. */
export const importFields = [
  'serviceNumber',
  'fullNameLo',
  'givenNameLo',
  'familyNameLo',
  'fullNameEn',
  'givenNameEn',
  'familyNameEn',
  'sex',
  'femaleTick',
  'maleTick',
  'rank',
  'position',
  'unit',
  'postedFrom',
  'phone',
  'birthYear',
] as const;
export type ImportField = (typeof importFields)[number];

/**
 * The headings that mean a field, in Lao and English, the best first; the first of each language stands in the template.
 * Lao terms as in the glossary of the programme; they are drafts until a native speaker has read them.
 */
export const headings: Readonly<
  Record<ImportField, { readonly lo: readonly string[]; readonly en: readonly string[] }>
> = {
  serviceNumber: {
    lo: ['ລະຫັດພະນັກງານ', 'ເລກປະຈຳຕົວ', 'ລະຫັດ', 'ເລກທີພະນັກງານ', 'ເລກບັດ'],
    en: [
      'Service number',
      'Staff number',
      'Staff ID',
      'Service no',
      'Staff no',
      'Employee number',
      'Badge number',
      'ID number',
      'ID',
    ],
  },
  fullNameLo: {
    lo: ['ຊື່ ແລະ ນາມສະກຸນ', 'ຊື່ ນາມສະກຸນ', 'ຊື່ເຕັມ', 'ຊື່ ແລະ ນາມສະກຸນ ລາວ'],
    en: ['Full name Lao', 'Name Lao', 'Lao name', 'Full name', 'Name'],
  },
  givenNameLo: { lo: ['ຊື່', 'ຊື່ ລາວ', 'ຊື່ພາສາລາວ'], en: ['Given name Lao', 'First name Lao', 'Given name', 'First name'] },
  familyNameLo: {
    lo: ['ນາມສະກຸນ', 'ນາມສະກຸນ ລາວ', 'ນາມສະກຸນພາສາລາວ'],
    en: ['Family name Lao', 'Last name Lao', 'Surname Lao', 'Family name', 'Last name', 'Surname'],
  },
  fullNameEn: {
    lo: ['ຊື່ ແລະ ນາມສະກຸນ ອັງກິດ', 'ຊື່ ແລະ ນາມສະກຸນ ພາສາອັງກິດ'],
    en: [
      'Full name English',
      'Name English',
      'English name',
      'Full name Latin',
      'Name in passport',
      'Latin name',
      'Romanised name',
    ],
  },
  givenNameEn: { lo: ['ຊື່ ອັງກິດ', 'ຊື່ພາສາອັງກິດ'], en: ['Given name English', 'First name English', 'Given name Latin'] },
  familyNameEn: {
    lo: ['ນາມສະກຸນ ອັງກິດ', 'ນາມສະກຸນພາສາອັງກິດ'],
    en: ['Family name English', 'Last name English', 'Surname English', 'Family name Latin'],
  },
  sex: { lo: ['ເພດ'], en: ['Sex', 'Gender', 'M/F'] },
  femaleTick: { lo: ['ຍິງ', 'ຍ'], en: ['Female', 'F', 'Women', 'Woman'] },
  maleTick: { lo: ['ຊາຍ', 'ຊ'], en: ['Male', 'M', 'Men', 'Man'] },
  rank: { lo: ['ຊັ້ນ', 'ຊັ້ນຍົດ'], en: ['Rank'] },
  position: { lo: ['ຕຳແໜ່ງ', 'ໜ້າທີ່'], en: ['Position', 'Function', 'Job title', 'Post title'] },
  unit: {
    lo: ['ໜ່ວຍງານ', 'ດ່ານ', 'ດ່ານຊາຍແດນ', 'ບ່ອນປະຈຳການ', 'ສັງກັດ', 'ພາກສ່ວນ'],
    en: ['Unit', 'Checkpoint', 'Duty station', 'Post', 'Border checkpoint', 'Unit code', 'Office', 'Workplace'],
  },
  postedFrom: { lo: ['ປະຈຳການແຕ່ວັນທີ', 'ແຕ່ວັນທີ'], en: ['Posted from', 'Posted since', 'Since', 'Start date'] },
  phone: { lo: ['ເບີໂທລະສັບ', 'ເບີໂທ', 'ໂທລະສັບ'], en: ['Phone number', 'Phone', 'Telephone', 'Mobile', 'Tel'] },
  birthYear: {
    lo: ['ປີເກີດ', 'ວັນ/ເດືອນ/ປີເກີດ', 'ວັນເດືອນປີເກີດ'],
    en: ['Birth year', 'Year of birth', 'Date of birth', 'DOB', 'Born'],
  },
};

/** A heading without the marks around its words: `ເພດ / Sex *` and `sex` are one. */
function headingKey(text: string): string {
  return searchKey(text)
    .replace(/[*.,:;()[\]_/\\|#№-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const known = new Map<string, ImportField>(
  importFields.flatMap((field) =>
    [...headings[field].lo, ...headings[field].en].map((text) => [headingKey(text), field] as const),
  ),
);

/** Between a heading that is merged over several columns and the heading of one of them. */
export const groupSign = ' › ';

/** The field that a heading means: as a whole, or one of its parts where it is given in two languages. */
export function fieldOf(heading: string): ImportField | null {
  const [group, own, ...deeper] = heading.split(groupSign);
  if (group !== undefined && own !== undefined && deeper.length === 0)
    return fieldOf(`${group} ${own}`) ?? fieldOf(`${own} ${group}`) ?? fieldOf(own);
  const whole = known.get(headingKey(heading));
  if (whole) return whole;
  const parts = heading.split(/[/\n|(),:;]| - /).map((part) => known.get(headingKey(part)));
  return parts.find((field) => field !== undefined) ?? null;
}

/** Which field each column holds, as far as the headings tell; each field at most once, the first column that means it. */
export function proposedFields(header: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const fields = header.map((heading) => {
    const field = fieldOf(heading);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  // A list with "name" and no family name holds both in one cell.
  const alone = (given: ImportField, family: ImportField, full: ImportField) =>
    taken.has(given) && !taken.has(family) && !taken.has(full);
  return fields.map((field) => {
    if (field === 'givenNameLo' && alone('givenNameLo', 'familyNameLo', 'fullNameLo')) return 'fullNameLo';
    if (field === 'givenNameEn' && alone('givenNameEn', 'familyNameEn', 'fullNameEn')) return 'fullNameEn';
    return field;
  });
}

/** How many fields the best row of the first ones names: what tells a list from a cover page. */
export function namedFields(table: readonly (readonly string[])[]): number {
  return Math.max(0, ...fieldCounts(table));
}

function fieldCounts(table: readonly (readonly string[])[]): number[] {
  return table.slice(0, 20).map((row) => proposedFields(row).filter((field) => field !== null).length);
}

/** The row of headings: lists often begin with a letterhead, so the row of the first twenty that names most fields. */
export function headerRow(table: readonly (readonly string[])[]): number {
  const named = fieldCounts(table);
  const best = Math.max(0, ...named);
  const first = best > 0 ? named.indexOf(best) : table.findIndex((row) => row.some((cell) => cell !== ''));
  return Math.max(0, first);
}
