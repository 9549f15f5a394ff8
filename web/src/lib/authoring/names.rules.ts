import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import type { Author } from './drafts.js';

/** An author's name in the language of the page; Lao where there is no other. */
export function nameIn(author: Pick<Author, 'nameLo' | 'nameEn'>, language: LanguageCode): string {
  return language === 'en' ? (author.nameEn ?? author.nameLo) : author.nameLo;
}

/** A title in the language of the page; English where there is no Lao yet. */
export function titleIn(title: { en: string; lo: string | null }, language: LanguageCode): string {
  return language === 'lo' ? (title.lo ?? title.en) : title.en;
}
