import { type Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { edited, listAt, type YamlEdit } from './yaml-edits.rules.js';

/** Any JSON that an author's form makes of a question; the check says what is wrong with it. */
export type Written = Readonly<Record<string, unknown>>;

export type QuestionEdit = YamlEdit | Refused;

/**
 * Puts a question into questions.yaml: in the place of the one called `was`, or at `position`, or at the end. Comments stay, and
 * so do the order of its fields and how they were written, as far as they are the same.
 */
export function withQuestion(
  text: string,
  question: Written & { readonly id: string },
  { was = question.id, position }: { was?: string | undefined; position?: number | undefined } = {},
): QuestionEdit {
  return attempt(text, (document, list, dirty) => {
    const found = list.items.findIndex((item) => idOf(item) === was);
    if (was !== question.id && found < 0) return { missing: was };
    const clash = list.items.findIndex((item) => idOf(item) === question.id);
    if (clash >= 0 && clash !== found) return { clash: question.id };
    const old = found < 0 ? null : list.items[found];
    const node = isMap(old) ? merged(document, old, question) : fresh(document, question);
    dirty.add(node);
    if (found >= 0) list.items.splice(found, 1);
    list.items.splice(position ?? (found >= 0 ? found : list.items.length), 0, node);
    return null;
  });
}

/** Several at once: each in the place of the one with its id, or at the end. */
export function withQuestions(text: string, questions: readonly (Written & { readonly id: string })[]): QuestionEdit {
  return attempt(text, (document, list, dirty) => {
    const places = new Map(list.items.map((item, index) => [idOf(item), index] as const).toReversed());
    for (const question of questions) {
      const place = places.get(question.id) ?? list.items.length;
      const old = list.items[place];
      const node = isMap(old) ? merged(document, old, question) : fresh(document, question);
      dirty.add(node);
      places.set(question.id, place);
      list.items[place] = node;
    }
    return null;
  });
}

export function withoutQuestion(text: string, id: string): QuestionEdit {
  return attempt(text, (_document, list) => {
    const found = list.items.findIndex((item) => idOf(item) === id);
    if (found < 0) return { missing: id };
    list.items.splice(found, 1);
    return null;
  });
}

/** The same questions in another order; null when the ids are not those of the file. */
export function questionsInOrder(text: string, ids: readonly string[]): QuestionEdit {
  return attempt(text, (_document, list) => {
    const known = list.items.map(idOf);
    const different = ids.find((id) => !known.includes(id)) ?? known.find((id) => id === null || !ids.includes(id));
    if (different !== undefined || known.length !== ids.length) return { missing: String(different ?? '') };
    list.items.sort((a, b) => ids.indexOf(idOf(a)!) - ids.indexOf(idOf(b)!));
    return null;
  });
}

/** Sets the Lao of a text inside a question, named as in units.rules.ts: `prompt`, `options.a`, `parts.element.prompt`. */
export function withLaoText(text: string, id: string, texts: ReadonlyMap<string, string>): QuestionEdit {
  return attempt(text, (document, list, dirty) => {
    const question = list.items.find((item) => idOf(item) === id);
    if (!isMap(question)) return { missing: id };
    dirty.add(question);
    for (const [name, lao] of texts) if (!setLao(document, question, name.split('.'), lao)) return { missing: name };
    return null;
  });
}

type Refused = { readonly clash: string } | { readonly missing: string };

function attempt(
  text: string,
  edit: (document: Document, list: YAMLSeq, dirty: Set<unknown>) => Refused | null,
): QuestionEdit {
  let refused: Refused | null = null;
  const result = edited(text, (document) => {
    const list = listAt(document, 'questions');
    const dirty = new Set<unknown>();
    refused = edit(document, list, dirty);
    list.flow = false;
    return { keys: new Set(['questions']), entries: dirty };
  });
  return refused ?? result;
}

/** The id of an entry of a list; null where it has none. */
export function idOf(item: unknown): string | null {
  const id: unknown = isMap(item) ? item.get('id') : null;
  return typeof id === 'string' ? id : null;
}

/** The same text twice is written twice: an alias would not be read again. */
const plainly = { aliasDuplicateObjects: false };

/** A new entry looks as people write it: a field a line, texts and options on one line each. */
function fresh(document: Document, question: Written): YAMLMap {
  const node = document.createNode(question, plainly) as YAMLMap;
  for (const { value } of node.items) compact(value);
  return node;
}

function compact(value: unknown): void {
  if (isMap(value)) {
    const nested = value.items.some((item) => isSeq(item.value) && item.value.items.some((entry) => isMap(entry)));
    if (!nested) value.flow = true;
    else for (const item of value.items) compact(item.value);
  } else if (isSeq(value)) {
    if (value.items.every((item) => !isMap(item) && !isSeq(item))) value.flow = true;
    else for (const item of value.items) compact(item);
  }
}

/** Changes only what differs, so that comments beside what stays are kept. */
function merged(document: Document, old: YAMLMap, question: Written): YAMLMap {
  const before = old.toJS(document) as Written;
  old.items = old.items.filter((item) =>
    Object.hasOwn(question, String((item.key as { value?: unknown })?.value ?? item.key)),
  );
  for (const [key, value] of Object.entries(question)) {
    if (same(before[key], value)) continue;
    const inner = old.get(key, true);
    if (isMap(inner) && isPlain(value)) merged(document, inner, value);
    else if (isSeq(inner) && Array.isArray(value)) old.set(key, mergedList(document, inner, value));
    else {
      const node = document.createNode(value, plainly);
      compact(node);
      old.set(key, node);
    }
  }
  return old;
}

/** Entries of a list are the same ones when their ids are. */
function mergedList(document: Document, old: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const byId = new Map(old.items.map((item) => [idOf(item), item]));
  old.items = values.map((value) => {
    const known = isPlain(value) && typeof value['id'] === 'string' ? byId.get(value['id']) : undefined;
    if (isMap(known)) return merged(document, known, value as Written);
    const node = document.createNode(value, plainly);
    compact(node);
    return node;
  });
  return old;
}

function isPlain(value: unknown): value is Written {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function setLao(document: Document, within: YAMLMap, [name = '', ...rest]: readonly string[], lao: string): boolean {
  if (rest.length === 0) {
    const text = within.get(name, true);
    if (!isMap(text)) return false;
    text.set('lo', lao.trim() === '' ? null : lao.trim());
    return true;
  }
  const list = within.get(name, true);
  if (!isSeq(list)) return false;
  const [entry = '', ...inner] = rest;
  if (name === 'accept') {
    const group = list.items[Number(entry)];
    if (!isMap(group)) return false;
    const spellings = lao.split('\n').map((line) => line.trim());
    group.set(
      'lo',
      document.createNode(
        spellings.filter((line) => line !== ''),
        { flow: true },
      ),
    );
    return true;
  }
  const found = list.items.find((item) => idOf(item) === entry);
  if (!isMap(found)) return false;
  return setLao(document, found, inner.length > 0 ? inner : [name === 'spots' ? 'label' : 'text'], lao);
}
