import { isMap, isPair, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import type { z } from 'zod';
import { fault, type Fault, type Place } from './fault.rules.js';
import { plainOffset, readPlain } from './plain-yaml.rules.js';
import { parseYaml } from './yaml-document.rules.js';

type Path = readonly PropertyKey[];

export interface ReadYaml<T> {
  /** Null when there is any error. */
  readonly value: T | null;
  /** What was written, whether right or wrong; for checks that go on after an error. */
  readonly written: unknown;
  readonly faults: readonly Fault[];
  /** Where the value at a path stands, or its nearest ancestor that exists. */
  at(...path: Path): Place;
}

/** Reads YAML against a shape, so that every fault has the line it is on. Aliases and duplicate keys are refused. */
export function readYaml<Shape extends z.ZodType>(file: string, text: string, shape: Shape): ReadYaml<z.output<Shape>> {
  return readAsPlain(file, text, shape) ?? readByLibrary(file, text, shape);
}

/** The quick way, when the text is plain YAML and right: then there is nothing to say about it. */
function readAsPlain<Shape extends z.ZodType>(
  file: string,
  text: string,
  shape: Shape,
): ReadYaml<z.output<Shape>> | null {
  const root = readPlain(text);
  if (root === null) return null;
  const { success, data } = shape.safeParse(root.value);
  if (!success) return null;
  let lines: LineCounter | null = null;
  const at = (...path: Path): Place => {
    lines ??= counted(text);
    const { line, col } = lines.linePos(plainOffset(root, path));
    return { file, line, column: col };
  };
  return { value: data, written: root.value, faults: [], at };
}

function counted(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function readByLibrary<Shape extends z.ZodType>(file: string, text: string, shape: Shape): ReadYaml<z.output<Shape>> {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (...path: Path) => place(offsetOf(document, path));

  /* What follows a syntax error is mostly its echo: the first is said. */
  if (document.errors.length > 0) {
    const faults = document.errors
      .slice(0, 1)
      .map(({ pos, message }) =>
        fault('yaml.broken', place(pos[0]), { reason: message.replace(/\s+/g, ' ').replace(/\.$/, '') }),
      );
    return { value: null, written: null, faults, at };
  }
  const written = plain(document);
  const result = shape.safeParse(written);
  if (result.success) return { value: result.data, written, faults: [], at };
  return {
    value: null,
    written,
    faults: result.error.issues.flatMap((issue) => toFaults(issue, written, document, place)),
    at,
  };
}

function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/** Of a group with more fields that do not belong there nobody needs to know them all. */
const mostUnknown = 40;

function toFaults(
  issue: z.core.$ZodIssue,
  written: unknown,
  document: Document,
  place: (offset: number) => Place,
): Fault[] {
  const here = place(offsetOf(document, issue.path));
  const field = named(issue.path);
  const wrong = (expected: string) => [fault('field.wrong', here, { field, expected })];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostUnknown).map((key) =>
      fault('field.unknown', place(offsetOf(document, [...issue.path, key])), {
        field: key,
        hint:
          valueAt(written, [...issue.path, key]) === null
            ? 'If it is part of a text, put the whole text in quotes.'
            : '',
      }),
    );
  if (valueAt(written, issue.path) === undefined) return [fault('field.missing', here, { field })];
  switch (issue.code) {
    case 'invalid_type':
      return wrong(`must be ${typeNames[issue.expected] ?? issue.expected}`);
    case 'invalid_value':
      return wrong(`must be ${oneOf(issue.values)}`);
    case 'invalid_union':
      return wrong('options' in issue ? `must be ${oneOf(issue.options as unknown[])}` : 'is not understood');
    case 'too_small':
    case 'too_big':
      return wrong(bound(issue));
    default:
      return wrong(`must be ${issue.message}`);
  }
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    written,
  );
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text (put it in quotes if it looks like a number or a date)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const limit = issue.code === 'too_small' ? Number(issue.minimum) : Number(issue.maximum);
  if (issue.origin === 'string')
    return issue.code === 'too_small' ? 'must not be empty' : `must have at most ${limit} characters`;
  if (issue.origin === 'array')
    return `must have ${issue.code === 'too_small' ? 'at least' : 'at most'} ${limit} entries`;
  return `must be ${issue.code === 'too_small' ? 'at least' : 'at most'} ${limit}`;
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String);
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** `questions[3].prompt.en` as people read it: counting from one. */
function named(path: Path): string {
  const words = path.filter((part) => typeof part === 'string');
  return words.length > 0 ? words.slice(-2).join('.') : 'the file';
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (!isPair(pair)) return offset;
      offset = start(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = start(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null)?.range?.[0];
}
