/** A calendar day without time, `YYYY-MM-DD`. */
export type PlainDate = string;

const day = 86_400_000;
/** Asia/Vientiane has been UTC+7 without summer time since 1975. */
const vientianeOffset = 7 * 3_600_000;

export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toPlainDate(new Date(`${text}T00:00:00Z`)) === text;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return toPlainDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * day));
}

/** Days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** Every day from first to last, both included. */
export function dayRange(first: PlainDate, last: PlainDate): PlainDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

/** The day that people in Vientiane call the given instant. */
export function vientianeDay(at: Date): PlainDate {
  return toPlainDate(new Date(at.getTime() + vientianeOffset));
}

/** The instant of a day and a minute of that day (0–1439) on a Vientiane clock. */
export function vientianeInstant(date: PlainDate, minute: number): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - vientianeOffset + minute * 60_000);
}

function toPlainDate(at: Date): PlainDate {
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
