import type { Flow, Inline, Lang, Span } from '../document/flow.js';
import type { Locale, Module } from '../format/index.js';
import { productWords } from './product.words.js';

/** What a reader of Lao is told of a text: its English changed since it was translated, or it is not translated. */
export type Mark = 'stale' | 'fallback';

/**
 * The sign of each mark; the typefaces of the house have no dagger. A document is searched for these very spans, so that it explains
 * the signs that it holds and no other.
 */
export const signs: Readonly<Record<Mark, Span>> = {
  stale: { text: '*', quiet: true },
  fallback: { text: '**', quiet: true },
};

/**
 * The mark of a unit that is printed in `lang` for readers of `locale`. A module without any Lao says so once, at its beginning,
 * and not at every text.
 */
export function markOf(module: Pick<Module, 'lao' | 'stale'>, unit: string, locale: Locale, lang: Lang): Mark | null {
  if (locale === 'en' || module.lao === null) return null;
  if (lang === 'en') return 'fallback';
  return module.stale.includes(unit) ? 'stale' : null;
}

/** A text with its sign, which no line ends before. */
export function signed(text: Inline, mark: Mark | null): Inline {
  return mark === null ? text : [...text, { text: '\u00A0', quiet: true }, signs[mark]];
}

/** Text of several paragraphs, signed at the end of its first. */
export function signedFlow(flow: readonly Flow[], mark: Mark | null): readonly Flow[] {
  if (mark === null) return flow;
  const at = flow.findIndex((each) => each.kind === 'paragraph' || each.kind === 'list');
  const first = flow[at];
  if (first?.kind === 'paragraph') return flow.with(at, { ...first, text: signed(first.text, mark) });
  if (first?.kind !== 'list' || first.items.length === 0) return flow;
  const [item, ...items] = first.items;
  return flow.with(at, { ...first, items: [{ ...item!, flow: signedFlow(item!.flow, mark) }, ...items] });
}

/** The line above a block that needs one. */
export function noteFlow(mark: Mark | null, locale: Locale): Flow[] {
  if (mark === null) return [];
  const words = productWords[locale];
  const text: Inline =
    mark === 'stale' ? [signs.stale, { text: ` ${words.outdated}` }] : [{ text: words.untranslated }];
  return [{ kind: 'paragraph', text, lang: locale, look: 'note' }];
}

/** What the signs of a document mean, a line in each language; nothing where it has none. */
export function explanations(flow: readonly Flow[]): { readonly text: string; readonly lang: Lang }[] {
  const found = new Set<unknown>();
  collect(flow, found);
  return (['stale', 'fallback'] as const)
    .filter((mark) => found.has(signs[mark]))
    .flatMap((mark) =>
      (['lo', 'en'] as const).map((lang) => ({ text: `${signs[mark].text} ${productWords[lang].signs[mark]}`, lang })),
    );
}

function collect(value: unknown, found: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  found.add(value);
  for (const inner of Object.values(value)) collect(inner, found);
}
