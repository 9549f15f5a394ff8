import { isMap, isPair, isScalar, isSeq, LineCounter, type Document } from 'yaml';
import type { z } from 'zod';
import { fault, type Fault, type Place } from './fault.rules.js';
import { plainOffset, readPlain } from './plain-yaml.rules.js';
import { shapeFaults } from './shape-faults.rules.js';
import { parseYaml } from './yaml-document.rules.js';
import { yamlReason } from './yaml-reasons.rules.js';

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
    const faults = document.errors.slice(0, 1).map((error) => {
      const { reason, detail } = yamlReason(error);
      return { ...fault('yaml.broken', place(error.pos[0]), { reason }), detail };
    });
    return { value: null, written: null, faults, at };
  }
  const written = plain(document);
  const result = shape.safeParse(written);
  if (result.success) return { value: result.data, written, faults: [], at };
  return {
    value: null,
    written,
    faults: result.error.issues.flatMap((issue) => shapeFaults(issue, written, at)),
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
