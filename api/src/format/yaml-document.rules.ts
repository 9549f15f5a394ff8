import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  YAMLParseError,
} from 'yaml';

/**
 * YAML 1.2 as a curriculum has it. Aliases are refused, because a few lines of them can stand for gigabytes, and so are keys
 * that are there twice. The library would compare each key with all before it: forty thousand keys took it minutes.
 */
export function parseYaml(text: string, lineCounter = new LineCounter()): Document {
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false });
  if (document.errors.length > 0) return document;
  const found =
    document.directives?.yaml.version === '1.1'
      ? faultAt(document.contents, 'BAD_DIRECTIVE', 'YAML 1.1 is not read')
      : faultIn(document);
  if (found !== null) document.errors.push(found);
  return document;
}

/** In reading order, and not by recursion: how deep a text is was not looked at by everybody. */
function faultIn({ contents }: Document): YAMLParseError | null {
  const open: unknown[] = [contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) return faultAt(node, 'BAD_ALIAS', 'An alias (*) is not allowed: write the text out');
    if (isSeq(node)) for (const item of node.items.toReversed()) open.push(item);
    if (!isMap(node)) continue;
    const keys = new Set<string>();
    for (const { key } of node.items) {
      if (isAlias(key)) return faultAt(key, 'BAD_ALIAS', 'An alias (*) is not allowed: write the text out');
      const name = String(isScalar(key) ? key.value : key);
      if (keys.has(name)) return faultAt(key, 'DUPLICATE_KEY', 'Map keys must be unique');
      keys.add(name);
    }
    for (const { value } of node.items.toReversed()) open.push(value);
  }
  return null;
}

function faultAt(node: unknown, code: ErrorCode, message: string): YAMLParseError {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return new YAMLParseError([range?.[0] ?? 0, range?.[1] ?? 0], code, message);
}
