import type { PlainDate } from '../../kernel/dates.js';
import { searchKey } from '../../kernel/text.js';
import { type Sex, splitName, withoutHonorific } from '../names.rules.js';
import type { ImportField } from './columns.rules.js';
import { type Issue, issue } from './issues.rules.js';
import type { UnitFacts, UnitMatch } from './units.rules.js';
import { type WrittenDate, dateOf, withAsciiDigits } from './written-dates.rules.js';

/** What a row says of a person; null where it says nothing. */
export interface ReadPerson {
  readonly givenNameLo: string | null;
  readonly familyNameLo: string | null;
  readonly givenNameEn: string | null;
  readonly familyNameEn: string | null;
  readonly sex: Sex | null;
  readonly rank: string | null;
  readonly serviceNumber: string | null;
  readonly phone: string | null;
  readonly birthYear: number | null;
  readonly unit: UnitFacts | null;
  readonly position: string | null;
  readonly postedFrom: PlainDate | null;
}

export interface ReadingRules {
  readonly fields: readonly (ImportField | null)[];
  readonly findUnit: (text: string) => UnitMatch;
  readonly today: PlainDate;
}

const longest: Partial<Record<ImportField, number>> = { rank: 80, serviceNumber: 40, phone: 30, unit: 200 };
const blanks = new Set(['-', '–', '—', 'n/a', 'na', 'nil', 'ບໍ່ມີ']);

/** Reads a row's cells as a person, and lists what is wrong with them and what was changed in reading. */
export function personRead(
  cells: readonly string[],
  { fields, findUnit, today }: ReadingRules,
): { read: ReadPerson; issues: Issue[] } {
  const issues: Issue[] = [];
  const note = (...parts: Parameters<typeof issue>) => void issues.push(issue(...parts));
  const text = (field: ImportField): string | null => {
    const column = fields.indexOf(field);
    const cell = column < 0 ? '' : plainText(cells[column] ?? '');
    if (cell === '') return null;
    const most = longest[field] ?? 120;
    if (cell.length > most) return (note('too_long', field, { most }), null);
    // A phone number may begin with +; nothing else that describes a person begins like a formula.
    if (/^[=+@\-\t\r]/.test(cell) && field !== 'phone')
      return (note('formula', field, { text: cell.slice(0, 40) }), null);
    return cell;
  };

  const { name, sex: sexOfAddress } = laoName(text, note);
  const fullEn = text('fullNameEn');
  const english = fullEn === null ? { given: text('givenNameEn'), family: text('familyNameEn') } : splitName(fullEn);

  const unit = unitIn(text('unit'), findUnit, today, note);
  const read: ReadPerson = {
    givenNameLo: name.given,
    familyNameLo: name.family,
    givenNameEn: english.given,
    familyNameEn: english.family,
    sex: sexIn(text('sex'), note) ?? sexTicked(text, fields, note) ?? sexOfAddress,
    rank: text('rank'),
    serviceNumber: text('serviceNumber'),
    phone: phoneIn(text('phone'), note),
    birthYear: birthYearIn(text('birthYear'), today, note),
    unit,
    position: text('position'),
    postedFrom: dateIn(text('postedFrom'), today, note),
  };
  return { read, issues };
}

type Note = (...parts: Parameters<typeof issue>) => void;

/** A cell as text: an apostrophe that kept a formula from running is taken off, and what stands for "nothing" is nothing. */
function plainText(cell: string): string {
  const text = cell.replace(/^'(?=[=+\-@])/, '').trim();
  return blanks.has(text.toLowerCase()) ? '' : text;
}

function laoName(text: (field: ImportField) => string | null, note: Note) {
  const full = text('fullNameLo');
  const first = full ?? text('givenNameLo');
  if (first === null) return { name: { given: null, family: text('familyNameLo') }, sex: null };
  const { name, honorific, sex } = withoutHonorific(first);
  if (name !== '' && !/[\u0E80-\u0EFF]/.test(name))
    note('name_not_lao', full === null ? 'givenNameLo' : 'fullNameLo', { text: name });
  if (honorific !== null) note('honorific_dropped', full === null ? 'givenNameLo' : 'fullNameLo', { text: honorific });
  if (name === '') return { name: { given: null, family: null }, sex };
  return { name: full === null ? { given: name, family: text('familyNameLo') } : splitName(name), sex };
}

const sexWords: Readonly<Record<string, Sex>> = {
  ...Object.fromEntries(['ຍິງ', 'ຍ', 'ນາງ', 'f', 'female', 'w', 'woman'].map((word) => [searchKey(word), 'female'])),
  ...Object.fromEntries(['ຊາຍ', 'ຊ', 'ທ້າວ', 'm', 'male', 'man'].map((word) => [searchKey(word), 'male'])),
  ...Object.fromEntries(['ບໍ່ລະບຸ', 'not stated', 'unknown'].map((word) => [searchKey(word), 'not_stated'])),
};

function sexIn(text: string | null, note: Note): Sex | null {
  if (text === null) return null;
  const sex = sexWords[searchKey(text).replace(/\.$/, '')];
  if (!sex) note('sex_unknown', 'sex', { text });
  return sex ?? null;
}

/** A form has a column for women and one for men, and a tick in one of them; or one for women alone, and men have no tick. */
function sexTicked(
  text: (field: ImportField) => string | null,
  fields: ReadingRules['fields'],
  note: Note,
): Sex | null {
  const [female, male] = [text('femaleTick'), text('maleTick')];
  if (female !== null && male !== null) return (note('sex_unknown', 'femaleTick', { text: `${female} ${male}` }), null);
  if (female !== null) return 'female';
  return male !== null || (fields.includes('femaleTick') && !fields.includes('maleTick')) ? 'male' : null;
}

function phoneIn(text: string | null, note: Note): string | null {
  if (text === null) return null;
  const digits = withAsciiDigits(text);
  if (/^\+?[\d\s()./-]{5,30}$/.test(digits)) return digits;
  note('phone_invalid', 'phone', { text });
  return null;
}

/** A year, or a date of which the year is kept: no more is needed to tell namesakes apart. */
function birthYearIn(text: string | null, today: PlainDate, note: Note): number | null {
  if (text === null) return null;
  const latest = Number(today.slice(0, 4)) - 15;
  const plain = withAsciiDigits(text);
  const alone = /^(?:\d{1,2}[/.-])?(\d{4})$/.exec(plain)?.[1];
  const date = alone === undefined ? (dateOf(text, latest) ?? dateOf(monthFirst(plain), latest)) : null;
  const written = alone === undefined ? (date === null ? null : Number(date.text.slice(0, 4))) : Number(alone);
  const year = written !== null && written > 2400 ? written - 543 : written;
  if (year === null || year < 1930 || year > latest) return (note('birth_year_invalid', 'birthYear', { text }), null);
  if (year !== written || date?.buddhist) note('buddhist_year', 'birthYear', { text, year });
  if (date?.short) note('year_completed', 'birthYear', { text, year });
  if (date !== null) note('year_kept', 'birthYear', { year });
  return year;
}

/** `12/25/1990`, as some computers write it, with the day first; of a birthday only the year is kept. */
function monthFirst(text: string): string {
  return text.replace(/^(\d{1,2})[/.-](\d{1,2})(?=[/.-])/, '$2/$1');
}

function dateIn(text: string | null, today: PlainDate, note: Note): PlainDate | null {
  if (text === null) return null;
  const date: WrittenDate | null = dateOf(text, Number(today.slice(0, 4)) + 1);
  if (date === null) return (note('date_invalid', 'postedFrom', { text }), null);
  const year = Number(date.text.slice(0, 4));
  if (date.buddhist) note('buddhist_year', 'postedFrom', { text, year });
  if (date.short) note('year_completed', 'postedFrom', { text, year });
  return date.text;
}

function unitIn(
  text: string | null,
  findUnit: ReadingRules['findUnit'],
  today: PlainDate,
  note: Note,
): UnitFacts | null {
  if (text === null) return null;
  const found = findUnit(text);
  if (found === 'unknown') return (note('unit_unknown', 'unit', { text }), null);
  if (found === 'ambiguous') return (note('unit_ambiguous', 'unit', { text }), null);
  if (found.closedOn !== null && found.closedOn <= today) return (note('unit_closed', 'unit', { text }), null);
  return found;
}
