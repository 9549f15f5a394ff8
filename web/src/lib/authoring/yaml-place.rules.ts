/** The place of a line in a list file such as questions.yaml: the id of its entry and the names on the way to it. */
export interface YamlPlace {
  readonly entry: string | null;
  /** `['options', 'a', 'text']`; entries of lists by their id where they have one. */
  readonly path: readonly string[];
}

const KEY = /^(\s*)(- )?(?:\{\s*)?([A-Za-z_][\w-]*)\s*:/;

/** Looks at indentation only, as people and the program write these files; a file in another layout gives the entry alone. */
export function placeOf(text: string, line: number): YamlPlace {
  const lines = text.split('\n');
  const path: string[] = [];
  let depth = Infinity;
  let entry: string | null = null;
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const found = KEY.exec(lines[at]!);
    if (!found) continue;
    const [, space = '', dash, key = ''] = found;
    const indent = space.length;
    const inner = dash ? indent + 2 : indent;
    if (dash ? indent >= depth : inner >= depth) continue;
    if (!dash) {
      path.unshift(key);
      depth = indent;
      continue;
    }
    const id = idOf(lines, at, indent);
    const isTop = indent <= 2;
    if (inner < depth && key !== 'id' && !/^\s*- \{/.test(lines[at]!)) path.unshift(key);
    if (isTop) {
      entry = id;
      break;
    }
    if (id) path.unshift(id);
    depth = indent;
  }
  return { entry, path };
}

/** The id of the list entry that begins at a line: on the line itself, or on one of those below it. */
function idOf(lines: readonly string[], at: number, indent: number): string | null {
  const own = /\bid:\s*["']?([\w.-]+)/.exec(lines[at]!)?.[1];
  if (own) return own;
  for (const line of lines.slice(at + 1)) {
    if (line.trim() === '') continue;
    const space = /^\s*/.exec(line)![0].length;
    if (space <= indent) return null;
    if (space === indent + 2) {
      const id = /^\s*id:\s*["']?([\w.-]+)/.exec(line)?.[1];
      if (id) return id;
    }
  }
  return null;
}
