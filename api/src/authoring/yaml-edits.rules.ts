import { Document, isCollection, isMap, isScalar, isSeq, type Pair, YAMLMap, YAMLSeq } from 'yaml';
import { canonicalText, parseYaml } from '../format/index.js';

/** An edit of YAML: the text it gives, or the line at which the text before is not YAML. */
export type YamlEdit = { readonly text: string } | { readonly brokenAt: number };

/** What an edit says it changed: the lists and fields at the top, and the entries of those lists that are not as they were. */
export interface Touched {
  readonly keys: ReadonlySet<string>;
  readonly entries: ReadonlySet<unknown>;
}

/**
 * Edits a YAML text through its document. Only what the edit touched is written anew, an entry of a list at a time; everything
 * else stays letter for letter, so that a small change is a small difference for whoever reads the files.
 */
export function edited(typed: string, edit: (document: Document) => Touched): YamlEdit {
  const text = typed.trim() === '' ? '' : canonicalText(typed);
  const document = parseYaml(text);
  const [broken] = document.errors;
  if (broken !== undefined || (document.contents !== null && !isMap(document.contents)))
    return { brokenAt: text.slice(0, broken?.pos[0] ?? 0).split('\n').length };
  const before = layout(document, text);
  const { keys, entries } = edit(document);
  if (before === null || !isMap(document.contents)) return { text: written(document) };
  const pairs = document.contents.items.map((pair) => {
    const known = before.pairs.get(pair);
    if (known !== undefined && !keys.has(keyOf(pair))) return known.text;
    return pairText(pair, known, entries);
  });
  return { text: before.head + pairs.join('') };
}

/** The list at the top of a document; made when there is none. */
export function listAt(document: Document, key: string): YAMLSeq {
  const found = document.getIn([key], true);
  if (isSeq(found)) return found;
  const made = new YAMLSeq();
  document.setIn([key], made);
  return made;
}

/** The program's way to write YAML: long lines stay long, `{ a: 1 }` has its spaces. */
function written(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The lines of something, with the comments above it and the empty lines below it, and these two by themselves. */
interface Lines {
  readonly text: string;
  readonly above: string;
  readonly below: string;
}

interface KnownPair extends Lines {
  /** Of a list that has a line for each entry: the lines of the entries, with the comments above them. */
  readonly entries: ReadonlyMap<unknown, Lines> | null;
  readonly head: string;
  readonly indent: string;
}

function layout(document: Document, text: string): { head: string; pairs: Map<unknown, KnownPair> } | null {
  if (!isMap(document.contents) || document.contents.flow === true) return null;
  const lines = text.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
  const { items } = document.contents;
  const lineOf = lineFinder(lines);
  const starts = items.map(({ key }) => lineOf(key));
  if (starts.some((start) => start === null)) return null;
  const cuts = cut(lines, starts as number[], 0, lines.length);
  return {
    head: cuts.head,
    pairs: new Map(items.map((pair, index) => [pair, knownPair(pair, lineOf, lines, cuts.ranges[index]!)])),
  };
}

interface Range {
  readonly from: number;
  readonly start: number;
  readonly to: number;
}

function knownPair({ value }: Pair, lineOf: LineOf, lines: readonly string[], range: Range): KnownPair {
  const whole = { ...linesOf(lines, range), entries: null, head: '', indent: '' };
  if (!isSeq(value) || value.flow === true || value.items.length === 0) return whole;
  const starts = value.items.map((item) => lineOf(isMap(item) ? (item.items[0]?.key ?? item) : item));
  const isListed = starts.every((line, index) => line !== null && line > (starts[index - 1] ?? range.start));
  if (!isListed) return whole;
  const { head, ranges } = cut(lines, starts as number[], range.start, range.to);
  return {
    ...whole,
    head,
    indent: /^ */.exec(lines[starts[0]!]!)![0],
    entries: new Map(value.items.map((item, index) => [item, linesOf(lines, ranges[index]!)])),
  };
}

function linesOf(lines: readonly string[], { from, start, to }: Range): Lines {
  const text = joined(lines, from, to);
  return { text, above: joined(lines, from, start), below: /\n((?:[ \t]*\n)*)$/.exec(text)?.[1] ?? '' };
}

/** Cuts lines at the given starts; comments directly above a start belong to what follows them. */
function cut(
  lines: readonly string[],
  starts: readonly number[],
  from: number,
  to: number,
): { head: string; ranges: Range[] } {
  const begins = starts.map((start, index) => {
    let begin = start;
    const least = index === 0 ? from : starts[index - 1]! + 1;
    while (begin > least && /^\s*#/.test(lines[begin - 1]!)) begin -= 1;
    return begin;
  });
  const ranges = starts.map((start, index) => ({ from: begins[index]!, start, to: begins[index + 1] ?? to }));
  return { head: joined(lines, from, begins[0] ?? to), ranges };
}

function pairText(pair: Pair, known: KnownPair | undefined, dirty: ReadonlySet<unknown>): string {
  const { value } = pair;
  const entries = known?.entries;
  if (known && entries && isSeq(value) && value.items.length > 0) {
    const texts = value.items.map((item) => {
      const lines = entries.get(item);
      if (lines === undefined) return entryText(item, known.indent);
      return dirty.has(item) ? lines.above + entryText(item, known.indent) + lines.below : lines.text;
    });
    return known.above + known.head + texts.join('');
  }
  bare(pair.key);
  const map = new YAMLMap();
  map.items.push(pair);
  const alone = new Document();
  alone.contents = map as never;
  const isPlainList = isSeq(value) && value.flow === true && value.items.every((item) => isScalar(item));
  const text = alone.toString({ lineWidth: 0, flowCollectionPadding: !isPlainList });
  return (known?.above ?? '') + text + (known?.below ?? '');
}

function entryText(item: unknown, indent: string): string {
  bare(item);
  if (isMap(item)) bare(item.items[0]?.key);
  const list = new YAMLSeq();
  list.items.push(item);
  const alone = new Document();
  alone.contents = list as never;
  return written(alone).replace(/^(?=.)/gm, indent);
}

/** Comments above and empty lines are kept as lines of the text, so a node that is written anew goes without them. */
function bare(node: unknown): void {
  if (!isScalar(node) && !isCollection(node)) return;
  node.commentBefore = null;
  node.spaceBefore = false;
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** The line that a node begins on, counted from 0; null for one that was not read from the text. */
type LineOf = (node: unknown) => number | null;

function lineFinder(lines: readonly string[]): LineOf {
  let offset = 0;
  const ends = lines.map((line) => (offset += line.length));
  return (node) => {
    const at = (node as { range?: readonly number[] | null } | null)?.range?.[0];
    if (at === undefined) return null;
    let [from, to] = [0, ends.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ends[middle]! > at) to = middle;
      else from = middle + 1;
    }
    return from;
  };
}

function joined(lines: readonly string[], from: number, to: number): string {
  return lines.slice(from, to).join('');
}
