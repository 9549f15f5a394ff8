import type { Locale } from './curriculum.js';
import { toBeWritten, type WrittenQuestion } from './exchange.rules.js';

/** What an entry of a file is to the questions that are there. */
export type MergeVerdict = 'new' | 'replaces' | 'translates' | 'differs';

export interface Merged {
  readonly verdict: MergeVerdict;
  /** The whole question as it is to be written; null when it differs too much to be put together. */
  readonly question: WrittenQuestion | null;
}

type Json = Record<string, unknown>;
type Entry = Json & { readonly id: string; text?: { en: string; lo?: string | null } };

/**
 * Puts an imported question together with the one of the same id. A file holds one language, so the other stays as it is; ids of
 * options stay too, found by their place. In English the key comes along; in Lao only the words do.
 */
export function mergedImport(known: Json | null, imported: WrittenQuestion, locale: Locale): Merged {
  if (known === null) return { verdict: 'new', question: imported };
  const fresh = imported as unknown as Json;
  if (known['type'] !== fresh['type']) return { verdict: 'differs', question: null };
  const lists = listsOf(known, fresh);
  if (lists === null) return { verdict: 'differs', question: null };
  const words = (name: string) => withText(known[name], fresh[name], locale);
  const result: Json = { ...known, prompt: words('prompt'), ...lists(locale) };
  if (!isPlaceholder(fresh['rationale'])) result['rationale'] = words('rationale');
  if (locale === 'en' && 'answer' in fresh) result['answer'] = fresh['answer'];
  return { verdict: locale === 'en' ? 'replaces' : 'translates', question: result as unknown as WrittenQuestion };
}

/** How the lists of a question go together, place by place; null when they are not of the same length. */
function listsOf(known: Json, fresh: Json): ((locale: Locale) => Json) | null {
  const entries = (of: Json, name: string) => (Array.isArray(of[name]) ? (of[name] as Entry[]) : []);
  const names = ['options', 'rows', 'steps'].filter((name) => name in known);
  if (names.some((name) => entries(known, name).length !== entries(fresh, name).length)) return null;
  const choices = choicesByPlace(known, fresh);
  if (choices === null) return null;
  return (locale) => {
    const lists: Json = {};
    for (const name of names)
      lists[name] = entries(known, name).map((entry, index) => {
        const other = entries(fresh, name)[index]!;
        const key = name === 'options' && locale === 'en' ? { correct: Boolean(other['correct']) } : {};
        return { ...entry, text: withText(entry.text, other.text, locale), ...key };
      });
    if (choices.length > 0)
      lists['choices'] = choices.map(([entry, other]) => ({
        ...entry,
        text: withText(entry.text, other?.text, locale),
      }));
    if (known['type'] === 'short-answer') lists['accept'] = accepted(known, fresh, locale);
    return lists;
  };
}

/** Choices of a matching meet by the rows that take them, the spare ones by their order. */
function choicesByPlace(known: Json, fresh: Json): [Entry, Entry | undefined][] | null {
  if (known['type'] !== 'matching') return [];
  const [own, other] = [known['choices'] as Entry[], fresh['choices'] as Entry[]];
  if (own.length !== other.length) return null;
  const matchOf = (row: Entry) => (row['match'] as string[])[0]!;
  const partner = new Map(
    (known['rows'] as Entry[]).map((row, index) => [matchOf(row), matchOf((fresh['rows'] as Entry[])[index]!)]),
  );
  const spare = other.filter(({ id }) => ![...partner.values()].includes(id));
  return own.map((choice) => {
    const id = partner.get(choice.id);
    return [choice, id === undefined ? spare.shift() : other.find((one) => one.id === id)];
  });
}

function accepted(known: Json, fresh: Json, locale: Locale): unknown {
  const [first, ...others] = known['accept'] as Json[];
  const [own] = fresh['accept'] as Json[];
  return [{ ...first, [locale]: own?.[locale] ?? [] }, ...others];
}

function withText(known: unknown, fresh: unknown, locale: Locale): unknown {
  const words = fresh as { en: string; lo?: string | null } | undefined;
  if (words === undefined) return known;
  const said = locale === 'lo' ? (words.lo ?? words.en) : words.en;
  return { ...(known as object | null), [locale]: said };
}

function isPlaceholder(rationale: unknown): boolean {
  const { en } = (rationale ?? { en: '' }) as { en: string };
  return Object.values(toBeWritten).includes(en);
}
