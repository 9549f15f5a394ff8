import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import type { en } from '#lib/i18n/messages/plan.en.js';
import type { PlanPreview } from './cohort.js';

/** Why a kind of class is proposed. */
export function proposalWords(
  t: Pick<typeof en, 'because'>,
  language: LanguageCode,
  { variants, proposal }: Pick<PlanPreview, 'variants' | 'proposal'>,
): string {
  if (proposal === null) return '';
  const { because, weighed, people, of, variant } = proposal;
  const title = variants.find(({ id }) => id === weighed)?.title;
  const kind = (language === 'lo' ? title?.lo : null) ?? title?.en ?? weighed;
  if (because === 'people') return t.because.people(people, of, kind);
  if (because === 'venue') return variant === null ? t.because.otherVenue : t.because.venue(kind);
  return t.because.unknown;
}
