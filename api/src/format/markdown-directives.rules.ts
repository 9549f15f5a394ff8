import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** What the tree is made of besides Markdown's own tokens: see `treeOf`. */
export interface DirectiveFacts {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether `[text]` follows the name, which no block and no question place has. */
  readonly labelled: boolean;
  /** The line of the closing fence, from 0; null when a block is never closed. */
  readonly closedAt: number | null;
}

/**
 * Blocks (`:::name{…}` to `:::`), places (`::name{…}`) and marks (`:tbc[…]`), after the proposal for generic directives of
 * the CommonMark forum. Definitions (`[label]: address`) are told from text so that the check can refuse them.
 */
export function directives(markdown: MarkdownIt): void {
  const ends = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  markdown.block.ruler.before('fence', 'block-directive', blockDirective, ends);
  markdown.block.ruler.before('fence', 'leaf-directive', leafDirective, ends);
  markdown.block.ruler.before('paragraph', 'definition', definition);
  markdown.inline.ruler.before('escape', 'mark-directive', markDirective);
}

function blockDirective(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const found = /^(:{3,})([^:].*)$/.exec(lineOf(state, startLine));
  const facts = found === null ? null : headOf(found[2]!, state);
  if (found === null || facts === null) return false;
  if (silent) return true;
  const closedAt = closingOf(state, startLine, endLine, found[1]!.length);
  const inside = closedAt ?? lastOf(state, startLine, endLine);

  const { parentType, lineMax } = state;
  state.parentType = 'blockquote';
  state.lineMax = inside;
  const open = state.push('directive_open', '', 1);
  open.map = [startLine, closedAt === null ? inside : closedAt + 1];
  open.meta = { ...facts, closedAt };
  state.md.block.tokenize(state, startLine + 1, inside);
  state.push('directive_close', '', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = open.map[1];
  return true;
}

/** The first line of as many colons, or more, that stands no further left than the block. */
function closingOf(state: StateBlock, startLine: number, endLine: number, colons: number): number | null {
  for (let line = startLine + 1; line < endLine && !isLeft(state, line); line++) {
    const fence = /^:{3,}\s*$/.exec(lineOf(state, line))?.[0].trimEnd();
    if (fence !== undefined && fence.length >= colons) return line;
  }
  return null;
}

function lastOf(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine + 1;
  while (line < endLine && !isLeft(state, line)) line++;
  return line;
}

/** Out of the list or the quotation that the block stands in. */
function isLeft(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && state.sCount[line]! < state.blkIndent;
}

function leafDirective(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const found = /^::([^:].*)$/.exec(lineOf(state, startLine));
  const facts = found === null ? null : headOf(found[1]!, state);
  if (facts === null) return false;
  if (silent) return true;
  const token = state.push('directive_leaf', '', 0);
  token.map = [startLine, startLine + 1];
  token.meta = { ...facts, closedAt: startLine };
  state.line = startLine + 1;
  return true;
}

const definitionForm = /^\[(?:[^[\]\\]|\\.)+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)?[ \t]*(?:$|["'(])/;

function definition(state: StateBlock, startLine: number): boolean {
  if (!definitionForm.test(lineOf(state, startLine))) return false;
  const token = state.push('definition', '', 0);
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** `10:30` and `act:means` are words: a colon begins a mark only where the letters `:tbc[` stand. */
function markDirective(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const label = pos + ':tbc'.length;
  if (!src.startsWith(':tbc[', pos) || label >= posMax || src[pos - 1] === ':') return false;
  const end = state.md.helpers.parseLinkLabel(state, label, false);
  /* A mark that is never closed is one without text, which the check refuses. */
  if (end < 0) return marked(state, silent, label, label, {});
  const braces = /^\{[^{}\n]*\}/.exec(src.slice(end + 1, posMax))?.[0];
  const attributes = braces === undefined ? null : attributesOf(braces.slice(1, -1), state);
  const beyond = end + 1 + (attributes === null ? 0 : braces!.length);
  return marked(state, silent, end, beyond, attributes ?? {});
}

/** Puts the mark and what stands between its brackets, which ends at `end`; reading goes on at `beyond`. */
function marked(
  state: StateInline,
  silent: boolean,
  end: number,
  beyond: number,
  attributes: Readonly<Record<string, string>>,
): boolean {
  const { pos, posMax } = state;
  if (!silent) {
    const open = state.push('mark_open', '', 1);
    open.meta = { ...open.meta, attributes };
    state.pos = Math.min(end, pos + ':tbc['.length);
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('mark_close', '', -1);
  }
  state.pos = beyond;
  state.posMax = posMax;
  return true;
}

function lineOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice(bMarks[line]! + tShift[line]!, eMarks[line]);
}

const headForm = /^(\p{L}(?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?)(\[(?:[^[\]\\]|\\.)*\])?(?:\{([^{}]*)\})?[ \t]*$/u;

/** `name[label]{attributes}`; null when it is anything else, and so common text. */
function headOf(text: string, state: StateBlock): Omit<DirectiveFacts, 'closedAt'> | null {
  const [, name, label, braces] = headForm.exec(text) ?? [];
  const attributes = attributesOf(braces ?? '', state);
  if (name === undefined || attributes === null) return null;
  return { name, attributes, labelled: label !== undefined };
}

/** What stands in braces: `#id`, `.class`, `name`, `name=bare`, `name="in quotes"`. Of two ids the last holds. */
function attributesOf(text: string, { md }: StateBlock | StateInline): Record<string, string> | null {
  const one =
    /\s*(?:#([^\s#.={}"'<>`]+)|\.([^\s#.={}"'<>`]+)|([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?)/y;
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  let end = 0;
  while (text.slice(end).trim() !== '') {
    one.lastIndex = end;
    const [whole, id, className, name, quoted, single, bare] = one.exec(text) ?? [];
    if (whole === undefined) return null;
    if (id !== undefined) found['id'] = id;
    else if (className !== undefined) found['class'] = [found['class'], className].filter(Boolean).join(' ');
    else found[name!] = md.utils.unescapeAll(quoted ?? single ?? bare ?? '');
    end += whole.length;
  }
  return { ...found };
}
