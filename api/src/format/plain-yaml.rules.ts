/*
 * Most of a curriculum is YAML of the plainest kind: fields and lists by indentation, groups and texts in quotes on one line.
 * Reading that here takes a tenth of what the YAML library takes, which is a third of a check. Whatever is not of that kind,
 * and whatever is wrong, is left to the library: `readPlain` returns null as soon as it is not certain.
 */

/** A value, and where it and what is in it stand in the text. */
export interface PlainNode {
  readonly value: unknown;
  readonly start: number;
  readonly fields?: ReadonlyMap<string, { readonly start: number; readonly node: PlainNode }>;
  readonly items?: readonly PlainNode[];
}

interface Line {
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

/** Deeper than any file of a curriculum. */
const mostLevels = 16;

/** Thrown inside and never out of here: the library is to read the text. */
const uncertain = new Error('Not plain YAML');

/** The text as YAML 1.2 (core schema) means it; null when it is not of the plain kind. */
export function readPlain(text: string): PlainNode | null {
  const lines = linesOf(text);
  if (lines.length === 0 || lines[0]!.indent !== 0) return null;
  try {
    const reading = new Reading(text, lines);
    const node = reading.block(0, 0);
    return reading.isDone() ? node : null;
  } catch (reason) {
    if (reason === uncertain) return null;
    throw reason;
  }
}

/** Where the field or entry at a path stands, or its nearest ancestor that exists. */
export function plainOffset(root: PlainNode, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = root.start;
  for (const part of path) {
    const field = node.fields?.get(String(part));
    const next = field?.node ?? node.items?.[Number(part)];
    if (next === undefined) return offset;
    offset = field?.start ?? next.start;
    node = next;
  }
  return offset;
}

/** Lines with something on them other than a comment. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    let start = from;
    while (start < end && text[start] === ' ') start += 1;
    if (start < end && text[start] !== '#') lines.push({ indent: start - from, start, end });
    from = end + 1;
  }
  return lines;
}

const key = /(?:([A-Za-z][\w-]*)|"([^"\\\n]{1,200})"):(?: +|(?=\n|$))/y;
const quoted = /"((?:[^"\\\n]|\\["\\])*)"/y;
const plainInLine = /(?:[\p{L}\p{N}(]|-\d)[^#:\n]*/uy;
const plainInFlow = /(?:[\p{L}\p{N}(]|-\d)[^#:\n,[\]{}]*/uy;
const spaces = / */y;

class Reading {
  private line = 0;

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
  ) {}

  isDone(): boolean {
    return this.line === this.lines.length;
  }

  block(indent: number, level: number): PlainNode {
    if (level > mostLevels) throw uncertain;
    return this.isItem(this.lines[this.line]!) ? this.list(indent, level) : this.group(indent, level);
  }

  private isItem({ start, end }: Line): boolean {
    return this.text[start] === '-' && (start + 1 === end || this.text[start + 1] === ' ');
  }

  private list(indent: number, level: number): PlainNode {
    const items: PlainNode[] = [];
    const { start } = this.lines[this.line]!;
    while (this.isAt(indent)) {
      const line = this.lines[this.line]!;
      const at = line.start + 2;
      if (!this.isItem(line) || at >= line.end || this.text[at] === ' ') throw uncertain;
      if (this.match(key, at) === null) items.push(this.whole(at, line.end, level));
      else {
        /* The first field of a group stands on the line of its dash. */
        this.lines[this.line] = { indent: indent + 2, start: at, end: line.end };
        items.push(this.block(indent + 2, level + 1));
      }
    }
    return { value: items.map(({ value }) => value), start, items };
  }

  private group(indent: number, level: number): PlainNode {
    const fields = new Map<string, { start: number; node: PlainNode }>();
    const { start: first } = this.lines[this.line]!;
    while (this.isAt(indent)) {
      const { start, end } = this.lines[this.line]!;
      const found = this.match(key, start);
      const name = found?.[1] ?? found?.[2];
      if (found === null || name === undefined || fields.has(name)) throw uncertain;
      const at = start + found[0].length;
      fields.set(name, { start, node: at < end ? this.whole(at, end, level) : this.below(indent, level) });
    }
    return { value: valuesOf(fields), start: first, fields };
  }

  /** Whether a line of this block follows. A deeper one would go on with a text that began above. */
  private isAt(indent: number): boolean {
    const next = this.lines[this.line];
    if (next !== undefined && next.indent > indent) throw uncertain;
    return next?.indent === indent;
  }

  private below(indent: number, level: number): PlainNode {
    this.line += 1;
    const next = this.lines[this.line];
    if (next === undefined || next.indent <= indent) throw uncertain;
    return this.block(next.indent, level + 1);
  }

  /** The value that takes the rest of the line. */
  private whole(at: number, end: number, level: number): PlainNode {
    const isFlow = '"[{'.includes(this.text[at]!);
    const [node, after] = isFlow ? this.flow(at, level) : this.plain(plainInLine, at);
    if (after !== end) throw uncertain;
    this.line += 1;
    return node;
  }

  private flow(at: number, level: number): [PlainNode, number] {
    if (level > mostLevels) throw uncertain;
    switch (this.text[at]) {
      case '"': {
        const found = this.match(quoted, at);
        if (found === null) throw uncertain;
        const value = found[1]!.includes('\\') ? found[1]!.replace(/\\(.)/g, '$1') : found[1]!;
        return [{ value, start: at }, at + found[0].length];
      }
      case '[': {
        const items: PlainNode[] = [];
        const after = this.entries(at, ']', (from) => {
          const [node, end] = this.flow(from, level + 1);
          items.push(node);
          return end;
        });
        return [{ value: items.map(({ value }) => value), start: at, items }, after];
      }
      case '{': {
        const fields = new Map<string, { start: number; node: PlainNode }>();
        const after = this.entries(at, '}', (from) => {
          const found = this.match(key, from);
          const name = found?.[1] ?? found?.[2];
          if (found === null || name === undefined || fields.has(name)) throw uncertain;
          const [node, end] = this.flow(from + found[0].length, level + 1);
          fields.set(name, { start: from, node });
          return end;
        });
        return [{ value: valuesOf(fields), start: at, fields }, after];
      }
      default:
        return this.plain(plainInFlow, at);
    }
  }

  /** `entry` reads one entry and returns where it ends; returns where the whole ends. */
  private entries(at: number, close: string, entry: (from: number) => number): number {
    let next = this.skip(at + 1);
    if (this.text[next] === close) return next + 1;
    for (;;) {
      next = this.skip(entry(next));
      if (this.text[next] === close) return next + 1;
      if (this.text[next] !== ',') throw uncertain;
      next = this.skip(next + 1);
    }
  }

  private plain(form: RegExp, at: number): [PlainNode, number] {
    const found = this.match(form, at);
    if (found === null) throw uncertain;
    const words = found[0].trimEnd();
    return [{ value: meant(words), start: at }, at + words.length];
  }

  private skip(at: number): number {
    return at + this.match(spaces, at)![0].length;
  }

  private match(form: RegExp, at: number): RegExpExecArray | null {
    form.lastIndex = at;
    return form.exec(this.text);
  }
}

function valuesOf(fields: ReadonlyMap<string, { readonly node: PlainNode }>): Record<string, unknown> {
  return Object.fromEntries([...fields].map(([name, { node }]) => [name, node.value]));
}

/** What words without quotes mean. What might be a number or nothing in some notation is left to the library. */
function meant(words: string): unknown {
  if (words === 'true') return true;
  if (words === 'false') return false;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(words)) return Number(words);
  const isVersion = /^\d+\.\d+\.\d+$/.test(words);
  if ((/^[-\d]\S*$/.test(words) && !isVersion) || /^(?:null|true|false)$/i.test(words)) throw uncertain;
  return words;
}
