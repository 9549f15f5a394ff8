import {
  canonicalText,
  type Module,
  paired,
  type Part,
  type Prose,
  readProse,
  type Section,
  splitFrontMatter,
  type Unit,
  unitId,
} from '../format/index.js';
import { withFrontMatter } from '../authoring/index.js';

/** The file with the Lao text in its place, or why it cannot stand there. */
export type LaoEdit = { readonly text: string } | { readonly brokenAt: number } | { readonly refused: true };

/**
 * Writes the Lao of a unit into module.lo.md: over what stands there, or in the place that the English order gives it. Everything
 * else stays letter for letter. `text` is the file, null when there is none yet; an empty Lao takes the translation away.
 */
export function withLao(text: string | null, module: Module, unit: Unit, lao: ReadonlyMap<string, string>): LaoEdit {
  const before = canonicalText(text ?? '---\nstate: draft\n---\n');
  const said = (name: string) => lao.get(name)?.trim() ?? null;
  switch (unit.kind) {
    case 'title':
      return inFrontMatter(before, { title: said('text') });
    case 'objective':
      return inFrontMatter(before, { objective: [unit.id.slice('objective:'.length), said('text')], module });
    case 'list':
      return inFrontMatter(before, { list: [unit.id as 'methods' | 'materials', said('text')] });
    case 'section':
      return inBody(before, (body) => withHeading(body, module, unit.id.slice('section:'.length), said('text') ?? ''));
    case 'block':
    case 'text':
      return inBody(before, (body) => withPart(body, module, unit, said('text'), said('title')));
    case 'question':
      return { refused: true };
  }
}

interface FrontChange {
  readonly title?: string | null;
  readonly objective?: readonly [id: string, text: string | null];
  readonly list?: readonly ['methods' | 'materials', string | null];
  readonly module?: Module;
}

function inFrontMatter(text: string, change: FrontChange): LaoEdit {
  return withFrontMatter(text, (document) => {
    const set = (key: string, value: unknown) =>
      value === null ? document.deleteIn([key]) : document.setIn([key], value);
    if (change.title !== undefined) set('title', change.title || null);
    if (change.list !== undefined) {
      const [key, lines] = change.list;
      const items = (lines ?? '').split('\n').flatMap((line) => line.trim() || []);
      set(key, items.length === 0 ? null : document.createNode(items));
    }
    if (change.objective !== undefined) {
      const [id, lao] = change.objective;
      const old = document.toJS() as { objectives?: { id: string; text: string }[] } | null;
      const known = new Map((old?.objectives ?? []).map((objective) => [objective.id, objective.text]));
      if (lao) known.set(id, lao);
      else known.delete(id);
      const order = change.module!.objectives.map((objective) => objective.id);
      const sorted = [...known].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
      const list = document.createNode(sorted.map(([one, said]) => ({ id: one, text: said })));
      for (const item of list.items) (item as { flow?: boolean }).flow = true;
      set('objectives', sorted.length === 0 ? null : list);
    }
    const key = change.list?.[0] ?? (change.objective === undefined ? 'title' : 'objectives');
    return { keys: new Set([key]), entries: new Set() };
  });
}

interface Body {
  readonly lines: readonly string[];
  readonly prose: Prose;
}

/** Edits the part below the front matter, line numbers being those of the file. */
function inBody(text: string, edit: (body: Body) => string[] | null): LaoEdit {
  const { body } = splitFrontMatter(text);
  const lines = edit({ lines: text.trimEnd().split('\n'), prose: readProse('module.lo.md', body, 'lo').prose });
  if (lines === null) return { refused: true };
  const after = canonicalText(lines.join('\n'));
  return isSound(text, after) ? { text: after } : { refused: true };
}

/** Text that closes its block or begins a section would break the file: it may not add a fault that was not there. */
function isSound(before: string, after: string): boolean {
  const faults = (text: string) => readProse('module.lo.md', splitFrontMatter(text).body, 'lo').faults.length;
  return faults(after) <= faults(before);
}

function withHeading({ lines, prose }: Body, module: Module, id: string, title: string): string[] | null {
  const own = prose.sections.find((section) => section.id === id);
  const english = module.prose.sections.find((section) => section.id === id);
  if (english === undefined || /[{}\n]/.test(title)) return null;
  if (own === undefined) return title === '' ? [...lines] : withSection({ lines, prose }, module, english, title).lines;
  const braces = /\s*\{[^{}]*\}\s*$/.exec(lines[own.line - 1]!)?.[0] ?? ` {#${id}}`;
  return spliced(lines, own.line - 1, own.line, [`## ${title || english.title}${braces.trimEnd()}`]);
}

/** The lines with a section added in its place, and the line of its heading. Its questions come with it: text hangs on them. */
function withSection({ lines, prose }: Body, module: Module, section: Section, title: string) {
  const order = module.prose.sections.map(({ id }) => id);
  const later = prose.sections.find(({ id }) => order.indexOf(id) > order.indexOf(section.id));
  const at = later === undefined ? lines.length : later.line - 1;
  const questions = section.parts.flatMap((part) =>
    part.kind === 'question' ? ['', `::question{id=${part.id}}`] : [],
  );
  const made = ['', `## ${title} {#${section.id}}`, ...questions, ''];
  return { lines: spliced(lines, at, at, made), line: at + 2 };
}

/* A line that begins a section or a block, ends one, or places a question: structure is the English file's. */
const opensOrCloses = /^ {0,3}(?:#{1,2}(?:\s|$)|:{2,})/m;

function withPart(body: Body, module: Module, unit: Unit, text: string | null, title: string | null): string[] | null {
  if (opensOrCloses.test(text ?? '')) return null;
  const home = module.prose.sections.find((section) =>
    paired(section, null).some(({ part, anchor }) => part.kind !== 'question' && unitId(part, anchor) === unit.id),
  );
  if (home === undefined) return null;
  const own = body.prose.sections.find(({ id }) => id === home.id);
  if (own === undefined) {
    if (!text) return [...body.lines];
    const { lines } = withSection(body, module, home, home.title);
    const prose = readProse('module.lo.md', splitFrontMatter(lines.join('\n')).body, 'lo').prose;
    return withPart({ lines, prose }, module, unit, text, title);
  }
  const pairs = paired(home, own);
  const index = pairs.findIndex(({ part, anchor }) => part.kind !== 'question' && unitId(part, anchor) === unit.id);
  const { part, lao, covered } = pairs[index]!;
  const standing =
    part.kind === 'text' ? (covered ? null : lao) : (own.parts.find(({ id }) => id !== null && id === part.id) ?? null);
  if (standing !== null && standing.kind !== part.kind) return null;
  if (standing !== null) {
    const [from, to] = extent(standing, body);
    const fresh = text ? linesOf(part, text, title, body.lines[from]!) : [];
    return spliced(body.lines, from, to, fresh);
  }
  if (!text) return [...body.lines];
  return spliced(body.lines, ...placeFor(index, pairs, own, body), [
    '',
    ...anchorFor(index, pairs, own),
    ...linesOf(part, text, title, null),
    '',
  ]);
}

type Pairs = ReturnType<typeof paired>;

/** Behind the nearest part before it that stands in the Lao file, else behind the heading. */
function placeFor(index: number, pairs: Pairs, own: Section, body: Body): [number, number] {
  for (const { part, lao } of pairs.slice(0, index).toReversed()) {
    const standing = part.kind === 'text' ? lao : (own.parts.find(({ id }) => id !== null && id === part.id) ?? null);
    if (standing === null) continue;
    const [, end] = extent(standing, body);
    return [end, end];
  }
  return [own.line, own.line];
}

/** Text is found by what stands before it: when that is missing in Lao, its empty place is made, which readers do not see. */
function anchorFor(index: number, pairs: Pairs, own: Section): string[] {
  const before = pairs[index - 1]?.part;
  if (pairs[index]!.part.kind !== 'text' || before === undefined || before.kind === 'text') return [];
  if (own.parts.some(({ id }) => id === before.id)) return [];
  if (before.kind === 'question') return [`::question{id=${before.id}}`, ''];
  return [...fenced(before, '', null, null), ''];
}

function linesOf(part: Part, text: string, title: string | null, standing: string | null): string[] {
  if (part.kind === 'text' || part.kind === 'question') return text.split('\n');
  return fenced(part, text, title, standing);
}

/** A block as it is written in the Lao file: what its opening line said beside the title stays. */
function fenced(
  { kind, id, title: english }: Exclude<Part, { kind: 'text' | 'question' }>,
  text: string,
  title: string | null,
  standing: string | null,
): string[] {
  const old = /^:{3,}[\w-]+\{(.*)\}\s*$/.exec(standing ?? '')?.[1] ?? `#${id}`;
  const rest = old.replace(/\s*\btitle=(?:"[^"]*"|'[^']*'|[^\s}]+)/, '');
  const kept = /\btitle=(?:"[^"]*"|'[^']*'|[^\s}]+)/.exec(old)?.[0] ?? null;
  const needed = english === null ? null : (title ?? (kept === null ? english : null));
  const said = needed
    ? `title="${needed
        .replace(/&/g, '&amp;')
        .replace(/"/g, '&quot;')
        .replace(/[{}\n]/g, ' ')}"`
    : kept;
  const body = text === '' ? [] : text.split('\n');
  return [`:::${kind}{${[rest, said].filter(Boolean).join(' ')}}`, ...body, ':::'];
}

/** The lines of a part, counted from 0, the second not included. */
function extent(part: Part, { prose }: Body): [number, number] {
  const nodes = prose.root.children;
  const last =
    part.kind === 'text' ? part.nodes.at(-1) : nodes.find(({ position }) => position?.start.line === part.line);
  return [part.line - 1, last?.position?.end.line ?? part.line];
}

/** Replaces lines; where the seams would have two empty lines, one stays. */
function spliced(lines: readonly string[], from: number, to: number, fresh: readonly string[]): string[] {
  const head = lines.slice(0, from);
  const tail = lines.slice(to);
  const middle = [...fresh];
  const isEmpty = (line: string | undefined) => line === undefined || line === '';
  if (middle.length > 0 && isEmpty(middle[0]) && isEmpty(head.at(-1))) middle.shift();
  if (isEmpty((middle.length > 0 ? middle : head).at(-1)) && isEmpty(tail[0])) tail.shift();
  return [...head, ...middle, ...tail];
}
