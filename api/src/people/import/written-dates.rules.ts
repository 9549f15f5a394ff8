import { type PlainDate, addDays, isPlainDate } from '../../kernel/dates.js';
import { searchKey } from '../../kernel/text.js';

export interface WrittenDate {
  readonly text: PlainDate;
  readonly buddhist: boolean;
  /** The year was written with two digits. */
  readonly short: boolean;
}

const months = [
  ['ມັງກອນ', 'january'],
  ['ກຸມພາ', 'february'],
  ['ມີນາ', 'march'],
  ['ເມສາ', 'april'],
  ['ພຶດສະພາ', 'may'],
  ['ມິຖຸນາ', 'june'],
  ['ກໍລະກົດ', 'july'],
  ['ສິງຫາ', 'august'],
  ['ກັນຍາ', 'september'],
  ['ຕຸລາ', 'october'],
  ['ພະຈິກ', 'november'],
  ['ທັນວາ', 'december'],
].map(([lo, en]) => [searchKey(lo!), en!] as const);

export function withAsciiDigits(text: string): string {
  return text.replace(/[\u0ED0-\u0ED9]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0));
}

/**
 * A date as lists have it: `2026-10-12`; day first, as Laos writes it, `12/10/2026`, `12.10.26`, `12 ຕຸລາ 2026`, `12-Oct-26`; or
 * the number of days by which Excel keeps a date, where the cell lost its form. Years of the Buddhist era are 543 ahead. A year
 * of two digits is the last that is not after `latest`.
 */
export function dateOf(text: string, latest: number): WrittenDate | null {
  const plain = withAsciiDigits(text)
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/^ວັນທີ\s*/, '')
    .trim();
  const serial = /^([1-7]\d{4})(\.\d+)?$/.exec(plain);
  if (serial) return { text: addDays('1899-12-30', Number(serial[1])), buddhist: false, short: false };
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain);
  const lao = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})$/.exec(plain);
  const named = /^(\d{1,2})[\s.-]*([^\d\s.,-]+)[\s.,-]*(\d{4}|\d{2})$/.exec(plain);
  if (iso) return written(iso[1]!, Number(iso[2]), Number(iso[3]), latest);
  if (lao) return written(lao[3]!, Number(lao[2]), Number(lao[1]), latest);
  return named ? written(named[3]!, monthOf(named[2]!), Number(named[1]), latest) : null;
}

function monthOf(word: string): number {
  const key = searchKey(word);
  return 1 + months.findIndex(([lo, en]) => lo === key || (key.length >= 3 && en.startsWith(key)));
}

function written(digits: string, month: number, day: number, latest: number): WrittenDate | null {
  const short = digits.length === 2;
  const buddhist = Number(digits) > 2400;
  const year = short ? fullYear(Number(digits), latest) : Number(digits) - (buddhist ? 543 : 0);
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(text) ? { text, buddhist, short } : null;
}

function fullYear(twoDigits: number, latest: number): number {
  const year = latest - (latest % 100) + twoDigits;
  return year > latest ? year - 100 : year;
}
