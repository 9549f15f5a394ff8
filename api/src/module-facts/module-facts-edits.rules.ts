import { type Document, isMap, isScalar, isSeq, type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { idOf, withFrontMatter, type YamlEdit } from '../authoring/index.js';
import { emptyLao, line, lineLists, linesIn, type ModuleFacts, type Texts } from './module-facts.rules.js';

/** Where a field goes that was not there: behind those that come before it. */
const order = ['code', 'title', 'state', 'minutes', 'objectives', 'methods', 'materials', 'sources'];

export function withEnglishFacts(text: string, facts: ModuleFacts): YamlEdit {
  return withFrontMatter(text, (document) => {
    const front = new Front(document);
    front.set('title', facts.title.en);
    front.set('minutes', facts.minutes);
    front.setEntries(
      'objectives',
      facts.objectives.map(({ id, text: { en } }) => ({ id, text: en })),
      () => false,
    );
    for (const key of lineLists)
      front.setLines(
        key,
        facts[key].map(({ en }) => en),
      );
    front.setEntries('sources', facts.sources, () => false);
    return front.touched;
  });
}

/** Null where there was no Lao file and there is nothing to put into one. `before` names the objectives that the form knew. */
export function withLaoFacts(text: string | null, facts: ModuleFacts, before: ModuleFacts): YamlEdit | null {
  const known = new Set([...before.objectives, ...facts.objectives].map(({ id }) => id));
  const said = facts.objectives.flatMap(({ id, text: { lo } }) => (lo === '' ? [] : [{ id, text: lo }]));
  const isEmpty = facts.title.lo === '' && said.length === 0 && facts.state === 'draft';
  if (text === null && isEmpty && lineLists.every((key) => laoLines(facts[key]).length === 0)) return null;
  return withFrontMatter(text ?? emptyLao, (document) => {
    const front = new Front(document);
    front.set('title', facts.title.lo);
    if (facts.state !== before.state) front.set('state', facts.state);
    front.setEntries('objectives', said, (id) => !known.has(id));
    for (const key of lineLists) front.setLines(key, laoLines(facts[key]));
    return front.touched;
  });
}

/** As many as the English ones: where one has no Lao yet, readers see its English. */
function laoLines(rows: readonly Texts[]): string[] {
  return rows.some(({ lo }) => lo !== '') ? rows.map(({ en, lo }) => lo || en) : [];
}

/** The fields of front matter. What says the same already is left as it was typed. */
class Front {
  readonly touched = { keys: new Set<string>(), entries: new Set<unknown>() };

  constructor(private readonly document: Document) {}

  /** A text or a number; nothing takes the field away. */
  set(key: string, value: string | number | null): void {
    const old = this.document.getIn([key], true);
    const stands = isScalar(old) ? old.value : null;
    if (typeof value === 'number' ? stands === value : line(stands) === (value ?? '')) return;
    if (value === null || value === '') return this.drop(key);
    if (isScalar(old)) old.value = value;
    else this.put(key, typeof value === 'number' ? new Scalar(value) : quoted(value));
    this.touched.keys.add(key);
  }

  /** Entries with an id and a text; those that the form does not know, if they stay, follow behind. */
  setEntries(
    key: string,
    rows: readonly { readonly id: string; readonly text: string }[],
    stays: (id: string) => boolean,
  ): void {
    const list = this.listAt(key);
    const left = [...(list?.items ?? [])];
    const changed: unknown[] = [];
    const items = rows.map(({ id, text }) => {
      const at = left.findIndex((item) => idOf(item) === id);
      const [known] = at < 0 ? [] : left.splice(at, 1);
      const item = isMap(known) ? known : entry(id, text);
      const stands = item.get('text', true);
      if (line(isScalar(stands) ? stands.value : null) === text) return item;
      if (isScalar(stands)) stands.value = text;
      else item.set('text', quoted(text));
      changed.push(item);
      return item;
    });
    this.replace(key, list, [...items, ...left.filter((item) => stays(idOf(item) ?? ''))], changed, false);
  }

  setLines(key: string, lines: readonly string[]): void {
    const list = this.listAt(key);
    const old = [...(list?.items ?? [])];
    const said = old.map((item) => linesIn([isScalar(item) ? item.value : null])[0] ?? '');
    const used = new Set<number>();
    const kept = lines.map((text) => {
      const at = said.findIndex((one, n) => one === text && !used.has(n));
      if (at >= 0) used.add(at);
      return at;
    });
    const changed: unknown[] = [];
    const items = lines.map((text, n) => {
      if (kept[n]! >= 0) return old[kept[n]!];
      const inPlace = old[n];
      if (!isScalar(inPlace) || used.has(n)) return new Scalar(text);
      used.add(n);
      inPlace.value = text;
      changed.push(inPlace);
      return inPlace;
    });
    this.replace(key, list, items, changed, true);
  }

  private replace(
    key: string,
    list: YAMLSeq | null,
    items: unknown[],
    changed: readonly unknown[],
    isFlow: boolean,
  ): void {
    const old = list?.items ?? [];
    const isSame = items.length === old.length && items.every((item, n) => item === old[n]);
    if (isSame && changed.length === 0) return;
    if (items.length === 0) return this.drop(key);
    const target = list ?? new YAMLSeq();
    if (list === null || (list.items.length === 0 && !isFlow)) target.flow = isFlow;
    target.items = items;
    if (list === null) this.put(key, target);
    this.touched.keys.add(key);
    for (const item of changed) this.touched.entries.add(item);
  }

  private listAt(key: string): YAMLSeq | null {
    const found = this.document.getIn([key], true);
    return isSeq(found) ? found : null;
  }

  private put(key: string, value: Node): void {
    const { contents } = this.document;
    if (!isMap(contents) || contents.has(key)) return this.document.setIn([key], value);
    const before = order.slice(0, order.indexOf(key));
    const place = contents.items.findLastIndex((pair) => before.includes(String((pair.key as Scalar).value)));
    contents.items.splice(place + 1, 0, this.document.createPair(key, value));
  }

  private drop(key: string): void {
    if (this.document.deleteIn([key])) this.touched.keys.add(key);
  }
}

/** As authors write one: on a line, the text in quotes. */
function entry(id: string, text: string): YAMLMap {
  const map = new YAMLMap();
  map.flow = true;
  map.set('id', new Scalar(id));
  map.set('text', quoted(text));
  return map;
}

function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
