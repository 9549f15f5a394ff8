import type { LanguageCode } from './language.svelte.js';

// Months are tables, not Intl, because a cheap phone may lack the Lao locale and would then show another language
// than the server did.
const MONTHS: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  lo: ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'],
};
const WEEKDAYS: Readonly<Record<LanguageCode, readonly string[]>> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  lo: ['ອາທິດ', 'ຈັນ', 'ອັງຄານ', 'ພຸດ', 'ພະຫັດ', 'ສຸກ', 'ເສົາ'],
};
const LOCALE: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', lo: 'lo-LA' };

/** Courses are held in Laos; a donor elsewhere must read the same clock. */
export const TIME_ZONE = 'Asia/Vientiane';

/** A day (`YYYY-MM-DD`) or an instant (RFC 3339, or a Date) as "12 Oct 2026" / "12 ຕຸລາ 2026". */
export function day(when: string | Date, code: LanguageCode): string {
  const { year, month, date } = parts(when);
  return `${date} ${MONTHS[code][month - 1]} ${year}`;
}

/** The weekday of a day, short. */
export function weekday(when: string | Date, code: LanguageCode): string {
  const { year, month, date } = parts(when);
  return WEEKDAYS[code][new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
}

/** "10–12 Oct 2026", naming month and year once where both ends share them. */
export function days(from: string | Date, to: string | Date, code: LanguageCode): string {
  const [a, b] = [parts(from), parts(to)];
  if (a.year !== b.year) return `${day(from, code)} – ${day(to, code)}`;
  if (a.month !== b.month) return `${a.date} ${MONTHS[code][a.month - 1]} – ${day(to, code)}`;
  return a.date === b.date ? day(to, code) : `${a.date}–${day(to, code)}`;
}

/** The time of an instant as "13:30". */
export function clock(when: string | Date): string {
  const { hour, minute } = parts(when);
  return `${hour}:${minute}`;
}

export function number(n: number, code: LanguageCode, digits = 0): string {
  return new Intl.NumberFormat(LOCALE[code], { maximumFractionDigits: digits }).format(n);
}

/** A share between 0 and 1 as "27%". */
export function percent(share: number, code: LanguageCode, digits = 0): string {
  return `${number(share * 100, code, digits)}%`;
}

/** The English form that goes with a count; Lao nouns do not change. */
export function plural(n: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules('en').select(n) === 'one' ? forms.one : forms.other;
}

const inVientiane = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(when: string | Date) {
  if (typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when)) {
    const [year, month, date] = when.split('-').map(Number) as [number, number, number];
    return { year, month, date, hour: '00', minute: '00' };
  }
  const named = Object.fromEntries(inVientiane.formatToParts(new Date(when)).map((part) => [part.type, part.value]));
  return {
    year: Number(named.year),
    month: Number(named.month),
    date: Number(named.day),
    hour: named.hour ?? '',
    minute: named.minute ?? '',
  };
}
