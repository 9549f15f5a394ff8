import type { Token } from 'markdown-it';
import type { AlignType, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { DirectiveFacts } from './markdown-directives.rules.js';
import type {} from './markdown.nodes.js';

interface Point {
  line: number;
  column: number;
  offset: number;
}

/**
 * Tokens of markdown-it as a tree of Markdown nodes (mdast). Nodes outside of lists and quotations have the place that they
 * have in the text to the letter; inside, and of emphasis, the line is exact and the column may be that of the line.
 */
export function treeOf(tokens: readonly Token[], text: string): Root {
  return new TreeBuilder(text).root(tokens);
}

class TreeBuilder {
  /** Where each line begins; one more than there are lines. */
  readonly #begins: number[] = [0];
  /** Where what has not been taken by the marker of a list begins on its line. */
  readonly #free = new Map<number, number>();
  readonly #text: string;
  #open: { node: Parent }[] = [];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#begins.push(at + 1);
    this.#begins.push(text.length + 1);
  }

  root(tokens: readonly Token[]): Root {
    const root: Root = { type: 'root', children: [] };
    this.#open = [{ node: root }];
    for (const token of tokens) this.#take(token);
    return root;
  }

  #take(token: Token): void {
    if (token.nesting === 1) {
      if (token.hidden === false && token.type === 'paragraph_open') this.#loosen();
      const node = blockOf(token);
      if (node === null) return;
      if (token.map !== null) node.position = this.#span(token.map);
      if (token.type === 'th_open') this.#align(token);
      if (token.type === 'list_item_open') this.#pastMarker(token.map![0]);
      this.#add(node);
      this.#open.push({ node: node as Parent });
    } else if (token.nesting === -1) {
      if (!passedOver.has(token.type)) this.#open.pop();
    } else if (token.type === 'inline') this.#inline(token);
    else {
      const leaf = leafOf(token);
      leaf.position = this.#span(token.map!);
      this.#add(leaf);
    }
  }

  #add(node: Nodes): void {
    const { children } = this.#open.at(-1)!.node;
    const last = children.at(-1);
    /* As one text, with its line ends: what a reader of the tree searches for may stand on two lines. */
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '') children.push(node as RootContent);
  }

  /** A list is set with space between its entries as soon as one of their paragraphs is. */
  #loosen(): void {
    const [list, item] = this.#open.slice(-2);
    if (list?.node.type === 'list' && item?.node.type === 'listItem') (list.node as { spread?: boolean }).spread = true;
  }

  /** Markdown says in the head of a table how its columns are set. */
  #align(token: Token): void {
    const side = /^text-align:(left|right|center)$/.exec(attribute(token, 'style') ?? '')?.[1] ?? null;
    for (const { node } of this.#open) if (node.type === 'table') (node as Table).align!.push(side as AlignType);
  }

  #pastMarker(line: number): void {
    const start = this.#startOf(line);
    const marker = /^(?:[-+*]|\d{1,9}[.)])[ \t]*/.exec(this.#text.slice(start, this.#begins[line + 1]))?.[0] ?? '';
    this.#free.set(line, start + marker.length);
  }

  #startOf(line: number): number {
    const end = this.#begins[line + 1]! - 1;
    let at = this.#free.get(line) ?? this.#begins[line]!;
    while (at < end && (this.#text[at] === ' ' || this.#text[at] === '\t')) at++;
    return at;
  }

  #span([first, beyond]: readonly [number, number]): { start: Point; end: Point } {
    let last = beyond - 1;
    while (last > first && this.#text.slice(this.#begins[last], this.#begins[last + 1]! - 1).trim() === '') last--;
    return { start: this.#point(this.#startOf(first), first), end: this.#point(this.#begins[last + 1]! - 1, last) };
  }

  #point(offset: number, line: number): Point {
    return { line: line + 1, column: offset - this.#begins[line]! + 1, offset };
  }

  /** `content` begins somewhere on the first line of the token, and each of its lines somewhere on the next. */
  #inline(token: Token): void {
    const { content, children } = token;
    /* Only the row of a table tells where its cells are. */
    const around = this.#open.findLast(({ node }) => node.position !== undefined)?.node;
    const line = token.map?.[0] ?? (around?.position?.start.line ?? 1) - 1;
    const lines = content.split('\n');
    const place = (at: number): { start: Point; end: Point } => {
      const before = content.slice(0, at);
      const row = before.split('\n').length - 1;
      const begin = this.#begins[line + row]!;
      const on = this.#text.slice(begin, this.#begins[line + row + 1]! - 1).indexOf(lines[row]!.trim());
      const lead = lines[row]!.length - lines[row]!.trimStart().length;
      const inRow = at - (before.lastIndexOf('\n') + 1);
      const point = this.#point(begin + Math.max(0, on) + Math.max(0, inRow - lead), line + row);
      return { start: point, end: point };
    };
    for (const inner of children ?? []) this.#takeInline(inner, place);
  }

  #takeInline(token: Token, place: (at: number) => { start: Point; end: Point }): void {
    const node = inlineOf(token);
    if (token.nesting === -1) return void this.#open.pop();
    const at = token.meta?.['at'];
    /* The token of a link begins behind its bracket. */
    if (typeof at === 'number') node.position = place(token.type === 'link_open' ? Math.max(0, at - 1) : at);
    this.#add(node);
    if (token.nesting === 1) this.#open.push({ node: node as Parent });
  }
}

const passedOver = new Set(['thead_close', 'tbody_close']);

function blockOf(token: Token): Nodes | null {
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', children: [] };
    case 'heading_open':
      return { type: 'heading', depth: Number(token.tag[1]) as 1, children: [] };
    case 'blockquote_open':
      return { type: 'blockquote', children: [] };
    case 'bullet_list_open':
      return { type: 'list', ordered: false, start: null, spread: false, children: [] };
    case 'ordered_list_open':
      return {
        type: 'list',
        ordered: true,
        start: Number(attribute(token, 'start') ?? 1),
        spread: false,
        children: [],
      };
    case 'list_item_open':
      return { type: 'listItem', spread: false, checked: null, children: [] };
    case 'table_open':
      return { type: 'table', align: [], children: [] };
    case 'tr_open':
      return { type: 'tableRow', children: [] };
    case 'th_open':
    case 'td_open':
      return { type: 'tableCell', children: [] };
    case 'directive_open': {
      const { name, attributes, labelled, closedAt } = token.meta as unknown as DirectiveFacts;
      const closed = closedAt === null ? null : closedAt + 1;
      return { type: 'containerDirective', name, attributes, labelled, closedAt: closed, children: [] };
    }
    case 'thead_open':
    case 'tbody_open':
      return null;
    default:
      throw new Error(`No node of Markdown is made of ${token.type}`);
  }
}

function leafOf(token: Token): RootContent {
  switch (token.type) {
    case 'fence': {
      const [, lang = null, meta = null] = /^\s*(\S+)(?:\s+(.*\S))?\s*$/.exec(token.info) ?? [];
      return { type: 'code', lang, meta, value: token.content.replace(/\n$/, '') };
    }
    case 'hr':
      return { type: 'thematicBreak' };
    case 'html_block':
      return { type: 'html', value: token.content.replace(/\n$/, '') };
    case 'definition':
      return { type: 'definition', identifier: '', url: '' };
    case 'directive_leaf': {
      const { name, attributes, labelled } = token.meta as unknown as DirectiveFacts;
      return { type: 'leafDirective', name, attributes, labelled, children: [] };
    }
    default:
      throw new Error(`No node of Markdown is made of ${token.type}`);
  }
}

function inlineOf(token: Token): PhrasingContent {
  switch (token.type) {
    case 'strong_open':
      return { type: 'strong', children: [] };
    case 'em_open':
      return { type: 'emphasis', children: [] };
    case 'link_open':
      return { type: 'link', url: attribute(token, 'href') ?? '', title: attribute(token, 'title'), children: [] };
    case 'mark_open':
      return {
        type: 'textDirective',
        name: 'tbc',
        attributes: token.meta?.['attributes'] as Record<string, string>,
        children: [],
      };
    case 'image': {
      const alt = plain(token.children ?? []);
      return { type: 'image', url: attribute(token, 'src') ?? '', title: attribute(token, 'title'), alt };
    }
    case 'code_inline':
      return { type: 'inlineCode', value: token.content };
    case 'html_inline':
      return { type: 'html', value: token.content };
    case 'hardbreak':
      return { type: 'break' };
    case 'softbreak':
      return { type: 'text', value: '\n' };
    default:
      return { type: 'text', value: token.content };
  }
}

function plain(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) =>
      type === 'softbreak' || type === 'hardbreak' ? '\n' : type === 'image' ? plain(children ?? []) : content,
    )
    .join('');
}

function attribute({ attrs }: Token, name: string): string | null {
  const value = attrs?.find(([key]) => key === name)?.[1];
  return value === undefined || value === null ? null : String(value);
}
