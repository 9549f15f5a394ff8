import type { LanguageCode } from '#lib/i18n/language.svelte.js';

/** A title in the language of the page, or in the other one where it is missing. */
export function titleIn(code: LanguageCode, thing: { titleEn: string; titleLo: string | null }): string {
  return (code === 'lo' ? thing.titleLo : thing.titleEn) ?? thing.titleEn;
}

/** The name of a person, unit or place, likewise. */
export function nameIn(code: LanguageCode, thing: { nameEn: string | null; nameLo: string | null }): string {
  return (code === 'lo' ? (thing.nameLo ?? thing.nameEn) : (thing.nameEn ?? thing.nameLo)) ?? '';
}

export function venueIn(code: LanguageCode, thing: { venueEn: string | null; venueLo: string }): string {
  return code === 'lo' ? thing.venueLo : (thing.venueEn ?? thing.venueLo);
}

/** A minute of the day as people write it: 510 is 08:30. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minute of "08:30", or null for anything else. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute < 1440 ? minute : null;
}
