import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';

/*
 * A question as it is shown, in one language: made from a paper, which has both and no key, or from a practice question,
 * which has one and its key. What marks it stands apart, in key.ts.
 */

type Picture = components['schemas']['PictureFacts'];
type Scoring = 'exact' | 'partial';

/** A text; `lang` is named where it is not the language around it. */
export interface Said {
  readonly text: string;
  readonly lang?: LanguageCode;
}
export interface Entry extends Said {
  readonly id: string;
}
export interface Spot extends Entry {
  /** x, y, width and height in the units of the picture. */
  readonly at: readonly number[];
}

interface Fields {
  readonly id: string;
  readonly prompt: Said;
}
export type AskedItem = Fields &
  (
    | { readonly type: 'single'; readonly options: readonly Entry[] }
    | { readonly type: 'multiple'; readonly options: readonly Entry[]; readonly scoring: Scoring }
    | { readonly type: 'true-false' | 'number' }
    | {
        readonly type: 'matching';
        readonly rows: readonly Entry[];
        readonly choices: readonly Entry[];
        readonly scoring: Scoring;
      }
    | { readonly type: 'ordering'; readonly steps: readonly Entry[]; readonly scoring: Scoring }
    | { readonly type: 'short-answer'; readonly need: number }
  );
export type Asked =
  | AskedItem
  | (Fields & { readonly type: 'case'; readonly parts: readonly AskedItem[] })
  /** The choices of a fault are Khou's own words; null: as the page says them. */
  | (Fields & {
      readonly type: 'mrz';
      readonly ask: 'digit' | 'fault';
      readonly shown: string;
      readonly choices: readonly Entry[] | null;
    })
  | (Fields & {
      readonly type: 'hotspot';
      readonly choose: 'one' | 'several';
      readonly alt: Said;
      readonly picture: Picture | null;
      readonly spots: readonly Spot[];
    });

/** The types that every page can show at once; the others come when a page has one. */
export function isRare({ type }: { type: Asked['type'] }): boolean {
  return type !== 'single' && type !== 'multiple' && type !== 'true-false' && type !== 'number';
}
