import type { PlainDate } from '../kernel/dates.js';

export type Language = 'lo' | 'en';

const months = {
  lo: ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** A day that cannot be misread: 12 ຕຸລາ 2026, 12 October 2026. */
export function longDay(date: PlainDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${months[language][month - 1]} ${year}`;
}

/** Days from first to last without repeating what they share: 10–12 October 2026, 30 September – 2 October 2026. */
export function longDays(first: PlainDate, last: PlainDate, language: Language): string {
  const from = partsOf(first);
  const to = partsOf(last);
  if (first === last) return longDay(last, language);
  if (from.year !== to.year) return `${longDay(first, language)} – ${longDay(last, language)}`;
  if (from.month !== to.month) return `${from.day} ${months[language][from.month - 1]} – ${longDay(last, language)}`;
  return `${from.day}–${longDay(last, language)}`;
}

function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
}
