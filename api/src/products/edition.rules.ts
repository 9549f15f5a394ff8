import type { Cover, DocumentModel, Flow, Lang } from '../document/flow.js';
import { type Curriculum, isTaught, type Locale, type Localised } from '../format/index.js';
import { explanations } from './marks.rules.js';
import { productWords, type ProductWords } from './product.words.js';

export type ProductKind = keyof ProductWords['kinds'];
export type ProductLocale = Locale | 'both';

/** What every builder works from: the version, the languages in the order they are printed, and the variant of class. */
export interface Edition {
  readonly curriculum: Curriculum;
  /** The version number may be that of a draft, which has no date. */
  readonly at: Date;
  readonly locales: readonly [Locale, ...Locale[]];
  readonly variant: string | null;
}

export function editionOf(curriculum: Curriculum, locale: ProductLocale, variant: string | null, at: Date): Edition {
  return { curriculum, at, variant, locales: locale === 'both' ? ['lo', 'en'] : [locale] };
}

/** A text in one language, and whether it had to be taken from the other. */
export function spoken(text: Localised, locale: Locale): { text: string; lang: Lang; fallback: boolean } {
  const own = text[locale];
  return own === null ? { text: text.en, lang: 'en', fallback: true } : { text: own, lang: locale, fallback: false };
}

/** A text as paragraphs in each language that is printed; the second is smaller and paler. Said once when both are the same. */
export function inEach(text: Localised, { locales }: Pick<Edition, 'locales'>): Flow[] {
  const said = new Set<string>();
  return locales.flatMap((locale, index): Flow[] => {
    const { text: words, lang } = spoken(text, locale);
    if (said.has(words)) return [];
    said.add(words);
    const span = { text: words };
    return [
      index === 0
        ? { kind: 'paragraph', text: [span], lang }
        : { kind: 'paragraph', text: [span], lang, look: 'quiet' },
    ];
  });
}

/** A fixed word in the languages that are printed, on one line. */
export function worded(word: (words: ProductWords) => string, { locales }: Pick<Edition, 'locales'>): string {
  return [...new Set(locales.map((locale) => word(productWords[locale])))].join(' · ');
}

export function wordCell(word: (words: ProductWords) => string, edition: Edition): Flow[] {
  return inEach({ en: word(productWords.en), lo: word(productWords.lo) }, edition);
}

/** Minutes of a module in the variant: those of the sections that are taught. */
export function moduleMinutes(module: Curriculum['modules'][number], variant: string | null): number {
  return module.prose.sections
    .filter((section) => isTaught(section, variant))
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}

interface Shell {
  readonly kind: ProductKind;
  readonly layout?: DocumentModel['layout'];
  readonly size: number;
  readonly flow: readonly Flow[];
  /** A book has a cover; a list has none. */
  readonly book?: boolean;
  readonly trainersOnly?: boolean;
  /** Blank lines for whom the copy belongs to. */
  readonly owned?: boolean;
}

/** The document around what a builder made: title, cover, head and foot. */
export function shell(
  edition: Edition,
  { kind, layout = 'portrait', size, flow, book, trainersOnly, owned }: Shell,
): DocumentModel {
  const { curriculum, locales, at, variant } = edition;
  const [locale] = locales;
  const words = productWords[locale];
  const title = spoken(curriculum.title, locale);
  const isDraft =
    locales.includes('lo') &&
    curriculum.languages.lo?.state !== 'approved' &&
    curriculum.languages.lo?.state !== 'reviewed';
  const name = worded(({ kinds }) => kinds[kind], edition);
  const chosen = curriculum.variants.find(({ id }) => id === variant);
  const classKind = chosen === undefined ? [] : [words.variant(spoken(chosen.title, locale).text)];
  const explained = explanations(flow);
  const cover: Cover | null =
    book !== true
      ? null
      : {
          kind: name,
          title: title.text,
          subtitle: title.lang === 'lo' ? curriculum.title.en : curriculum.title.lo,
          lines: [`${words.version(curriculum.version)} · ${words.days(curriculum.days)}`, ...classKind],
          notices: [
            ...(trainersOnly === true ? [{ text: words.trainersOnly, lang: locale, tone: 'trainer' as const }] : []),
            ...(isDraft ? [{ text: words.draftLong, lang: locale, tone: 'draft' as const }] : []),
          ],
          signs: explained,
          owner: owned === true ? words.owner : [],
          lang: locale,
        };
  return {
    title: `${name} – ${title.text}`,
    subject: `${curriculum.code} ${curriculum.version}`,
    author: 'Khou',
    lang: locale,
    at,
    layout,
    size,
    cover,
    head: title.text,
    foot: {
      left: `${name} · ${words.version(curriculum.version)}`,
      mark: isDraft ? words.draft : null,
      page: words.page,
    },
    flow:
      cover === null ? below(flow, [...classKind.map((text) => ({ text, lang: locale })), ...explained], layout) : flow,
  };
}

/** The kind of class, and what the signs mean, under the title of a document that has no cover. */
function below(
  flow: readonly Flow[],
  lines: readonly { text: string; lang: Lang }[],
  layout: DocumentModel['layout'],
): Flow[] {
  /* A slide is set large; this is for whoever holds the paper. */
  const quiet = layout === 'landscape';
  const about = lines.map(({ text, lang }): Flow => ({
    kind: 'paragraph',
    text: [{ text, quiet }],
    lang,
    look: 'quiet',
  }));
  const rest = flow.findIndex(({ kind }, index) => index > 0 && (quiet || kind !== 'paragraph'));
  const at = rest < 0 ? flow.length : rest;
  return [...flow.slice(0, at), ...about, ...flow.slice(at)];
}
