import { getContext, setContext } from 'svelte';
import { keepPreference, keptPreference } from '#lib/shell/preference.js';

export const LANGUAGES = ['lo', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

export function isLanguage(text: unknown): text is LanguageCode {
  return text === 'lo' || text === 'en';
}

/** The language of the page. It lives in context, not in a module, because the server renders for many people at once. */
export class Language {
  code = $state<LanguageCode>('lo');

  constructor(code: LanguageCode) {
    this.code = code;
  }

  /** Its words must be there: `chooseLanguage` sees to that. */
  choose(code: LanguageCode): void {
    this.code = code;
    document.documentElement.lang = code;
    keepPreference('lang', code);
  }
}

/** In the browser: the language this device was last left in, or the page was rendered in. */
export function languageOfDevice(): LanguageCode {
  return [keptPreference('lang'), document.documentElement.lang].find(isLanguage) ?? 'lo';
}

const KEY = Symbol('language');

export function provideLanguage(code: LanguageCode): Language {
  return setContext(KEY, new Language(code));
}

/** To be called while a component is set up. */
export function currentLanguage(): Language {
  return getContext<Language>(KEY);
}
