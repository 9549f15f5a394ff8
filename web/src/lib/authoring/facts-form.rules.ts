import type { components } from '#lib/api/schema.js';

export type WrittenFacts = components['schemas']['WrittenFacts'];
/** The facts of a module as the form holds them; the server has the same ones. */
export type Facts = WrittenFacts['facts'];
export type FactKey = keyof Facts;
type Both = Facts['title'];

export const factKeys = ['title', 'minutes', 'state', 'objectives', 'methods', 'materials', 'sources'] as const;

/** The same to the server: it takes one space between words, and leaves out rows with nothing in them. */
export function isSame(a: Facts, b: Facts, keys: readonly FactKey[] = factKeys): boolean {
  const [one, other] = [tidied(a), tidied(b)];
  return keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}

/**
 * What two people made of the same facts, field by field: what only one of them changed is taken from that one. Where both did,
 * mine stands, and the field is named among the clashes.
 */
export function merged(base: Facts, mine: Facts, theirs: Facts): { facts: Facts; clashes: FactKey[] } {
  const isTheirs = (key: FactKey) => isSame(mine, base, [key]);
  const clashes = factKeys.filter(
    (key) => !isTheirs(key) && !isSame(theirs, base, [key]) && !isSame(mine, theirs, [key]),
  );
  return { facts: withFields(mine, theirs, factKeys.filter(isTheirs)), clashes };
}

/** These facts, but for some fields of others. */
export function withFields(facts: Facts, others: Facts, keys: readonly FactKey[]): Facts {
  return { ...facts, ...Object.fromEntries(keys.map((key) => [key, others[key]])) };
}

/** The next objective of a module: one more than any number that stands or is named somewhere, so that no id comes back. */
export function nextObjectiveId(code: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => (id.startsWith(`${code}.`) ? Number(id.slice(code.length + 1)) : NaN));
  return `${code}.${Math.max(0, ...numbers.filter((n) => Number.isInteger(n))) + 1}`;
}

const short = new Set(['a', 'an', 'and', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'with']);

/** An id for a source, from the words that it begins with. */
export function proposedSourceId(text: string, taken: readonly string[]): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !short.has(word));
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  const name = (first < 0 ? [] : words.slice(first, first + 3)).join('-').slice(0, 30).replace(/-+$/, '') || 'source';
  const free = (n: number): string => {
    const id = n === 1 ? name : `${name}-${n}`;
    return taken.includes(id) ? free(n + 1) : id;
  };
  return free(1);
}

/** A field as lines to read, in the order of the page. */
export function linesOf(facts: Facts, key: FactKey): string[] {
  const both = ({ en, lo }: Both) => [en, lo].filter(Boolean).join(' · ');
  switch (key) {
    case 'title':
      return [facts.title.en, facts.title.lo].filter(Boolean);
    case 'minutes':
      return facts.minutes === null ? [] : [String(facts.minutes)];
    case 'state':
      return [facts.state];
    case 'objectives':
      return facts.objectives.map(({ id, text }) => `${id} ${both(text)}`);
    case 'sources':
      return facts.sources.map(({ id, text }) => `[${id}] ${text}`);
    default:
      return facts[key].map(both);
  }
}

function tidied(facts: Facts): Facts {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const both = ({ en, lo }: Both) => ({ en: line(en), lo: line(lo) });
  const rows = (list: readonly Both[]) => list.map(both).filter(({ en, lo }) => en !== '' || lo !== '');
  return {
    title: both(facts.title),
    minutes: facts.minutes,
    objectives: facts.objectives.map(({ id, text }) => ({ id, text: both(text) })),
    methods: rows(facts.methods),
    materials: rows(facts.materials),
    sources: facts.sources.map(({ id, text }) => ({ id, text: line(text) })),
    state: facts.state,
  };
}
