import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { readFolder } from './folder.source.js';
import { splitFrontMatter } from './markdown.rules.js';
import { readPlain } from './plain-yaml.rules.js';
import { readYaml } from './yaml.rules.js';

const shipped = fileURLToPath(new URL('../../../curricula/', import.meta.url));
const meant = (text: string) => parseDocument(text, { stringKeys: true }).toJS({ maxAliasCount: 0 }) as unknown;

describe('plain YAML', () => {
  const files = new Map<string, string>();
  beforeAll(async () => {
    for (const folder of ['foundation', 'training-of-trainers', 'refresher'])
      for (const [path, text] of (await readFolder(`${shipped}${folder}`)).source.texts) {
        const yaml = path.endsWith('.yaml') ? text : splitFrontMatter(text).yaml;
        if (yaml !== null) files.set(`${folder}/${path}`, yaml);
      }
  });

  test('means what the library says it means, in every file of the curricula', () => {
    const plain = [...files].filter(([, text]) => readPlain(text) !== null);
    for (const [path, text] of plain) expect([path, readPlain(text)!.value]).toEqual([path, meant(text)]);
    expect(plain.length / files.size).toBeGreaterThan(0.9);
  });

  test('stands where the library says it stands, field by field', () => {
    const anything = z.unknown();
    for (const [path, text] of files) {
      if (!path.endsWith('.yaml') || path.includes('translation.lo')) continue;
      const quick = readYaml(path, text, anything);
      /* A space at the end of a line is not plain. */
      const slow = readYaml(path, text.replace(/\n$/, ' \n'), anything);
      const places = (read: typeof quick) =>
        waysInto(quick.written).map((way) => `${way.join('.')} ${read.at(...way).line}:${read.at(...way).column}`);
      expect([path, ...places(quick)]).toEqual([path, ...places(slow)]);
    }
  });

  test.each([
    'a: 1\nb: -2.5\nc: true\nd: some words, and more',
    'a:\n  - x\n  - { b: 1, c: [d, "e, f"] }\n  - g: 1\n    h:\n      - "i"\nj: "say \\"k\\" \\\\ l"',
    '# a comment\n\na: b\n  # another\nc: d',
    '- a\n- b: 1\n  c: 2\n- "d"',
    'a: {}\nb: []',
    "a: it's so [really]",
    'units:\n  "text:why": "0123456789ab"\n  "x": { "y z": 1 }',
    'version: 0.1.0\na: 16 hours\nb: 2 + 3',
    'a: 10-15 cards\nb: (in brackets)',
  ])('is read alike: %j', (text) => {
    expect(readPlain(text)?.value ?? meant(text)).toEqual(meant(text));
  });

  test.each([
    ['an anchor', 'a: &b 1\nc: *b'],
    ['a tag', 'a: !!str 1'],
    ['a block of text', 'a: |\n  b\n  c'],
    ['a text over two lines', 'a: b\n  c'],
    ['quotes over two lines', 'a: "b\n  c"'],
    ['a group over two lines', 'a: { b: 1,\n  c: 2 }'],
    ['a list as far left as its name', 'a:\n- b'],
    ['the same field twice', 'a: 1\na: 2'],
    ['the same field twice in a group', 'a: { b: 1, b: 2 }'],
    ['a comment after a value', 'a: b # c'],
    ['a colon in a text', 'a: b: c'],
    ['a field without a value', 'a:\nb: 1'],
    ['a number in another notation', 'a: 0x1F'],
    ['a number with a leading zero', 'a: 007'],
    ['a date', 'a: 2026-12-01'],
    ['nothing, said', 'a: null'],
    ['single quotes', "a: 'b'"],
    ['an escape', 'a: "\\u0041"'],
    ['a tab', 'a:\n\tb: 1'],
    ['a comma too many', 'a: [b, c,]'],
    ['a list beside its name', 'a: - b'],
    ['a second document', 'a: 1\n---\nb: 2'],
    ['too deep', `a: ${'['.repeat(40)}${']'.repeat(40)}`],
    ['nothing at all', ''],
  ])('%s is left to the library', (_, text) => {
    expect(readPlain(text)).toBeNull();
  });
});

/** Every path into a value, one step beyond its ends too. */
function waysInto(value: unknown, above: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (value === null || typeof value !== 'object') return [above, [...above, 'none']];
  const below = Object.entries(value).flatMap(([name, entry]) =>
    waysInto(entry, [...above, Array.isArray(value) ? Number(name) : name]),
  );
  return [above, [...above, 'none'], [...above, 9999], ...below];
}
