import { canonicalText, parseYaml } from '../format/index.js';
import { frontMatter } from '../authoring/index.js';

export interface Texts {
  readonly en: string;
  readonly lo: string;
}

export const textStates = ['draft', 'complete', 'reviewed', 'approved'] as const;
export const lineLists = ['methods', 'materials'] as const;

/** What the front matter of both files of a module says, as a form holds it: a text that is not there is empty. */
export interface ModuleFacts {
  readonly title: Texts;
  readonly minutes: number | null;
  readonly objectives: readonly { readonly id: string; readonly text: Texts }[];
  readonly methods: readonly Texts[];
  readonly materials: readonly Texts[];
  readonly sources: readonly { readonly id: string; readonly text: string }[];
  /** Of the Lao text. */
  readonly state: (typeof textStates)[number];
}

/** Front matter that a form cannot stand for: no YAML from this line on, or entries of a form that nobody knows. */
export type Unreadable =
  | { readonly file: 'en' | 'lo'; readonly brokenAt: number }
  | { readonly file: 'en' | 'lo'; readonly strange: string };

/** A file that holds no Lao yet. */
export const emptyLao = '---\nstate: draft\n---\n';

/**
 * Reads the facts of a module, right or wrong. A line of a list that has no Lao yet stands in the Lao file in English, so that
 * both have as many: unless the list is known to be translated (`isCurrent`), such a line is empty here.
 */
export function factsOf(
  english: string,
  lao: string | null,
  isCurrent: (unit: string) => boolean,
): ModuleFacts | Unreadable {
  const en = written(english, 'en');
  if ('file' in en) return en;
  const lo = written(lao ?? emptyLao, 'lo');
  if ('file' in lo) return lo;
  const laoObjectives = new Map(entriesIn(lo.front['objectives']).map(({ id, text }) => [id, text]));
  const list = (key: (typeof lineLists)[number]): Texts[] => {
    const [english, translated] = [linesIn(en.front[key]), linesIn(lo.front[key])];
    return Array.from({ length: Math.max(english.length, translated.length) }, (_, n) => {
      const row = { en: english[n] ?? '', lo: translated[n] ?? '' };
      return row.en === row.lo && !isCurrent(key) ? { ...row, lo: '' } : row;
    });
  };
  const { minutes } = en.front;
  return {
    title: { en: line(en.front['title']), lo: line(lo.front['title']) },
    minutes: typeof minutes === 'number' && Number.isInteger(minutes) ? minutes : null,
    objectives: entriesIn(en.front['objectives']).map(({ id, text }) => ({
      id,
      text: { en: text, lo: laoObjectives.get(id) ?? '' },
    })),
    methods: list('methods'),
    materials: list('materials'),
    sources: entriesIn(en.front['sources']),
    state: textStates.find((state) => state === lo.front['state']) ?? 'draft',
  };
}

/** As the files will have them: one space between words, and rows with nothing in them left out. */
export function tidied(facts: ModuleFacts): ModuleFacts {
  const both = ({ en, lo }: Texts): Texts => ({ en: line(en), lo: line(lo) });
  const rows = (list: readonly Texts[]) => list.map(both).filter(({ en, lo }) => en !== '' || lo !== '');
  return {
    ...facts,
    title: both(facts.title),
    objectives: facts.objectives.map(({ id, text }) => ({ id, text: both(text) })),
    methods: rows(facts.methods),
    materials: rows(facts.materials),
    sources: facts.sources.map(({ id, text }) => ({ id, text: line(text) })),
  };
}

/** The units whose Lao somebody wrote between these two: they are made from the English that stands there then. */
export function newlySaid(before: ModuleFacts, after: ModuleFacts, isCurrent: (unit: string) => boolean): Set<string> {
  const said = new Set<string>();
  if (after.title.lo !== '' && after.title.lo !== before.title.lo) said.add('title');
  const known = new Map(before.objectives.map(({ id, text }) => [id, text.lo]));
  for (const { id, text } of after.objectives)
    if (text.lo !== '' && text.lo !== (known.get(id) ?? '')) said.add(`objective:${id}`);
  for (const key of lineLists) if (isListSaid(before[key], after[key], isCurrent(key))) said.add(key);
  return said;
}

/** A list is said anew with a new line of Lao, once all have theirs; moving and removing lines leaves it what it was. */
function isListSaid(before: readonly Texts[], after: readonly Texts[], wasCurrent: boolean): boolean {
  if (after.length === 0 || after.some(({ lo }) => lo === '')) return false;
  if (after.some(({ lo }) => !before.some((row) => row.lo === lo))) return true;
  return wasCurrent && after.every(({ en, lo }) => before.some((row) => row.en === en && row.lo === lo));
}

/** How often each source is named in the texts below the front matter, in both languages. */
export function citations(bodies: readonly string[], sources: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const body of bodies)
    for (const { 1: id = '' } of body.matchAll(/\[([a-z][a-z0-9-]{0,39})\](?!\()/g))
      if (sources.includes(id)) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/** The ids of the entries of a YAML list that name an objective, by the objective; what cannot be read names none. */
export function objectivesNamed(text: string, list: 'questions' | 'cells'): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const entry of listIn(plain(canonicalText(text))?.[list])) {
    const { id, objective } = (entry ?? {}) as Record<string, unknown>;
    if (typeof objective !== 'string') continue;
    named.set(objective, [...(named.get(objective) ?? []), typeof id === 'string' ? id : '']);
  }
  return named;
}

/** A text on one line; a number that YAML read out of it is the text again. */
export function line(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  return String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export function linesIn(value: unknown): string[] {
  return listIn(value).map(line);
}

function entriesIn(value: unknown): { id: string; text: string }[] {
  return listIn(value).map((entry) => {
    const { id, text } = entry as Record<string, unknown>;
    return { id: String(id), text: line(text) };
  });
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

type Front = Readonly<Record<string, unknown>>;

function written(text: string, file: 'en' | 'lo'): { readonly front: Front } | Unreadable {
  const yaml = frontMatter(text);
  if (yaml === null) return { file, brokenAt: 1 };
  const canonical = canonicalText(yaml);
  const [broken] = parseYaml(canonical).errors;
  if (broken !== undefined) return { file, brokenAt: canonical.slice(0, broken.pos[0]).split('\n').length + 1 };
  const front = plain(canonical);
  if (front === null) return { file, brokenAt: 2 };
  const strange = strangeField(front);
  return strange === null ? { front } : { file, strange };
}

/** A field whose entries a form would lose when it is written back. */
function strangeField(front: Front): string | null {
  const isEntry = (entry: unknown) =>
    entry !== null && typeof entry === 'object' && typeof (entry as Front)['id'] === 'string';
  const isLine = (entry: unknown) => ['string', 'number', 'boolean'].includes(typeof entry);
  const fits = (value: unknown, isFit: (entry: unknown) => boolean) =>
    value === undefined || value === null || (Array.isArray(value) && value.every(isFit));
  return (
    (['objectives', 'sources'] as const).find((key) => !fits(front[key], isEntry)) ??
    lineLists.find((key) => !fits(front[key], isLine)) ??
    null
  );
}

function plain(yaml: string): Front | null {
  try {
    const value: unknown = parseYaml(yaml).toJS({ maxAliasCount: 0 });
    if (value === null || value === undefined) return {};
    return typeof value === 'object' && !Array.isArray(value) ? (value as Front) : null;
  } catch {
    return null;
  }
}
