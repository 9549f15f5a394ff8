import type { LanguageCode } from '#lib/i18n/language.svelte.js';

export interface Words {
  en: string;
  lo: string | null;
}

/** The text in the language of the page, and in English where it is not translated. */
export function say(words: Words, language: LanguageCode): string {
  return language === 'lo' ? (words.lo ?? words.en) : words.en;
}

/** The language in which `say` says it. */
export function langOf(words: Words, language: LanguageCode): LanguageCode {
  return language === 'lo' && words.lo === null ? 'en' : language;
}
