import type { Catalog, Translated } from './catalog.js';
import type { Language, LanguageCode } from './language.svelte.js';
import type { english } from './messages/english.js';

type English = typeof english;

let fetched = $state.raw<English | null>(null);

/** Rejects where there is no network and the device has never had the English words. */
export async function fetchEnglish(): Promise<void> {
  fetched ??= (await import('./messages/english.js')).english;
}

/** Rejects, and leaves the page as it is, where the words cannot be had now. */
export async function chooseLanguage(language: Language, code: LanguageCode): Promise<void> {
  if (code === 'en') await fetchEnglish();
  language.choose(code);
}

export function hasEnglish(): boolean {
  return fetched !== null;
}

/**
 * A catalog of a learner's first pages. Nearly all of them read Lao, so that comes with the program; English is fetched
 * before the first page of whoever reads it is shown, and when the language is changed.
 */
export function laoFirst<A extends keyof English>(area: A, lo: Translated<English[A]>): Catalog<English[A]> {
  return {
    lo,
    get en() {
      return (fetched?.[area] ?? lo) as Translated<English[A]>;
    },
  };
}
