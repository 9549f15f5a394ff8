import { type Document, isMap, isScalar, isSeq, YAMLSeq } from 'yaml';
import { type FileList, fileLists, parseYaml } from '../format/index.js';
import { edited, listAt, type Touched, type YamlEdit } from './yaml-edits.rules.js';

/** What can be told of a draft whether it is right or not: everything is null that cannot be read. */
export interface OutlineFacts {
  readonly code: string | null;
  readonly version: string | null;
  readonly titleEn: string | null;
  readonly titleLo: string | null;
  readonly modules: readonly string[];
  readonly hasLao: boolean;
  readonly english: 'draft' | 'complete' | 'reviewed' | 'approved';
  /** What a test asks for at least; 70 where it is not said. */
  readonly passPercent: number;
}

const states = ['draft', 'complete', 'reviewed', 'approved'] as const;

export function outlineFacts(text: string): OutlineFacts {
  const written = plain(text);
  const title = record(written['title']);
  const languages = record(written['languages']);
  const modules = Array.isArray(written['modules']) ? written['modules'] : [];
  const state = record(languages['en'])['state'];
  const pass = record(written['rules'])['pass_percent'];
  return {
    code: line(written['code']),
    version: line(written['version']),
    titleEn: line(title['en']),
    titleLo: line(title['lo']),
    modules: [...new Set(modules.filter((folder) => typeof folder === 'string'))],
    hasLao: languages['lo'] !== undefined && languages['lo'] !== null,
    english: states.find((known) => known === state) ?? 'draft',
    passPercent: Number.isInteger(pass) && Number(pass) >= 0 && Number(pass) <= 100 ? Number(pass) : 70,
  };
}

/** Code and title of a module, from its front matter; null where it does not say them. */
export function moduleFacts(moduleText: string | undefined): { code: string | null; title: string | null } {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(moduleText ?? '')?.[1] ?? '';
  const written = plain(front);
  return { code: line(written['code']), title: line(written['title']) };
}

/** Entries are moved, never changed: those that were there stay as they were written. */
const lists: Touched = { keys: new Set(['modules', 'agenda']), entries: new Set() };

/** Adds a module to the list, and to the agenda behind the last module. Comments and order stay. */
export function withModule(text: string, folder: string, code: string): YamlEdit {
  return edited(text, (document) => {
    listAt(document, 'modules').add(document.createNode(folder));
    const agenda = listAt(document, 'agenda');
    const last = agenda.items.findLastIndex((item) => kindOf(item) === 'module');
    const closing = agenda.items.findIndex((item) => kindOf(item) === 'closing');
    const place = last >= 0 ? last + 1 : closing >= 0 ? closing : agenda.items.length;
    agenda.items.splice(place, 0, document.createNode({ kind: 'module', module: code }, { flow: true }));
    return lists;
  });
}

/** Takes a module out of the list and, when its code is known, out of the agenda. */
export function withoutModule(text: string, folder: string, code: string | null): YamlEdit {
  return edited(text, (document) => {
    const modules = listAt(document, 'modules');
    modules.items = modules.items.filter((item) => scalarOf(item) !== folder);
    const agenda = listAt(document, 'agenda');
    agenda.items = agenda.items.filter((item) => code === null || codeOf(item) !== code);
    return lists;
  });
}

/** Names a test, blueprint, rubric or survey in its list. A test goes on the agenda too: before the first module, or behind the last. */
export function withListed(
  text: string,
  list: FileList,
  code: string,
  purpose: 'pre-test' | 'post-test' | null,
): YamlEdit {
  return edited(text, (document) => {
    const named = fileListAt(document, list);
    if (!named.items.some((item) => scalarOf(item) === code)) named.add(document.createNode(code));
    const touched: Touched = { keys: new Set([list, 'agenda']), entries: new Set() };
    if (purpose === null) return { ...touched, keys: new Set([list]) };
    const agenda = listAt(document, 'agenda');
    if (agenda.items.some((item) => isTest(item, code))) return touched;
    const closing = agenda.items.findIndex((item) => kindOf(item) === 'closing');
    const [first, last] = [
      agenda.items.findIndex((item) => kindOf(item) === 'module'),
      agenda.items.findLastIndex((item) => kindOf(item) === 'module'),
    ];
    const end = closing >= 0 && closing > last ? closing : agenda.items.length;
    const place = purpose === 'pre-test' && first >= 0 ? first : end;
    agenda.items.splice(place, 0, document.createNode({ kind: 'test', test: code }, { flow: true }));
    return touched;
  });
}

/** Takes a name out of its list, and a test off the agenda. */
export function withoutListed(text: string, list: FileList, code: string): YamlEdit {
  return edited(text, (document) => {
    const without = (key: string, isGone: (item: unknown) => boolean) => {
      const found = document.getIn([key], true);
      if (isSeq(found)) found.items = found.items.filter((item) => !isGone(item));
    };
    without(list, (item) => scalarOf(item) === code);
    if (list === 'tests') without('agenda', (item) => isTest(item, code));
    return { keys: new Set(list === 'tests' ? [list, 'agenda'] : [list]), entries: new Set() };
  });
}

/** The list; a new one stands behind the modules and the lists before it, as an author would look for it. */
function fileListAt(document: Document, list: FileList): YAMLSeq {
  const { contents } = document;
  if (!isMap(contents) || contents.has(list)) return listAt(document, list);
  const before = ['modules', ...fileLists.slice(0, fileLists.indexOf(list))];
  const place = contents.items.findLastIndex(({ key }) => before.includes(String(scalarOf(key))));
  const made = new YAMLSeq();
  made.flow = true;
  contents.items.splice(place < 0 ? contents.items.length : place + 1, 0, document.createPair(list, made));
  return made;
}

/** Puts the modules into another order, in the list and where the agenda names them; breaks and tests keep their places. */
export function reordered(
  text: string,
  folders: readonly string[],
  codes: ReadonlyMap<string, string | null>,
): YamlEdit {
  return edited(text, (document) => {
    const place = (folder: unknown) => folders.indexOf(String(folder));
    listAt(document, 'modules').items.sort((a, b) => place(scalarOf(a)) - place(scalarOf(b)));
    const order = folders.flatMap((folder) => codes.get(folder) ?? []);
    const agenda = listAt(document, 'agenda');
    const movable = agenda.items.filter((item) => order.includes(codeOf(item) ?? ''));
    const sorted = movable.toSorted((a, b) => order.indexOf(codeOf(a)!) - order.indexOf(codeOf(b)!));
    const slots = new Map(movable.map((item, index) => [item, sorted[index]!]));
    agenda.items = agenda.items.map((item) => slots.get(item) ?? item);
    return lists;
  });
}

/** The same curriculum under another version number. */
export function renumbered(text: string, version: string): YamlEdit {
  return edited(text, (document) => {
    document.setIn(['version'], version);
    return { keys: new Set(['version']), entries: new Set() };
  });
}

function kindOf(item: unknown): string | null {
  return isMap(item) ? line(item.get('kind')) : null;
}

function codeOf(item: unknown): string | null {
  return isMap(item) && kindOf(item) === 'module' ? line(item.get('module')) : null;
}

function isTest(item: unknown, code: string): boolean {
  return isMap(item) && kindOf(item) === 'test' && item.get('test') === code;
}

function scalarOf(item: unknown): unknown {
  return isScalar(item) ? item.value : item;
}

function plain(text: string): Record<string, unknown> {
  try {
    return record(parseYaml(text).toJS({ maxAliasCount: 0 }));
  } catch {
    return {};
  }
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function line(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 300) : null;
}
