import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';

type Download = components['schemas']['LessonProgress']['download'];

/** What a lesson costs to fetch, in bytes, pictures included. An answer kept by an older program does not say. */
export function downloadBytes(download: Download | undefined, language: LanguageCode): number {
  return download?.[language] ?? 0;
}

/** "18 kB", "1.2 MB": decimal, as phones count what they fetch; never less than 1 kB, and never broken over two lines. */
export function sizeText(bytes: number, number: (n: number, digits?: number) => string): string {
  return bytes < 999_500 ? `${number(Math.max(1, bytes / 1_000))}\u00A0kB` : `${number(bytes / 1_000_000, 1)}\u00A0MB`;
}
