import { currentLanguage, type LanguageCode } from './language.svelte.js';

/** What a translation must provide: the same keys, and for each function the same arguments. */
export type Translated<M> = {
  readonly [K in keyof M]: M[K] extends string
    ? string
    : M[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Translated<M[K]>;
};

export type Catalog<M> = Readonly<Record<LanguageCode, Translated<M>>>;

export function catalog<M extends object>(en: M, lo: Translated<M>): Catalog<M> {
  return { en: en as Translated<M>, lo };
}

/**
 * The messages of an area in the language of the page. Call it while a component is set up and read from the
 * result where the text is shown (`{t.title}`); a destructured message would not follow a change of language.
 */
export function speak<M extends object>(messages: Catalog<M>): Translated<M> {
  const language = currentLanguage();
  return new Proxy(messages.lo, {
    get: (_, key) => messages[language.code][key as keyof Translated<M>],
  });
}
