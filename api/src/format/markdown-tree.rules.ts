import type { Token } from 'markdown-it';
import type { AlignType, Nodes, Parent, Root, RootContent, Table } from 'mdast';
import { attribute, blockOf, inlineOf, leafOf } from './markdown-nodes.rules.js';
import type {} from './directives.nodes.js';

interface Point {
  line: number;
  column: number;
  offset: number;
}

const passedOver = new Set(['thead_close', 'tbody_close']);

type Places = (at: number) => { start: Point; end: Point };

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

  #inline({ map, content, children }: Token): void {
    /* Only the row of a table tells where its cells are. */
    const around = this.#open.findLast(({ node }) => node.position !== undefined)?.node;
    const place = this.#placesOf(content, map?.[0] ?? (around?.position?.start.line ?? 1) - 1);
    for (const inner of children ?? []) this.#takeInline(inner, place);
  }

  /** From a place in `content` to that in the text: its lines stand one below the other, without what marks a list or a quotation. */
  #placesOf(content: string, line: number): Places {
    const rows: { at: number; offset: number }[] = [];
    let at = 0;
    for (const written of content.split('\n')) {
      const begin = this.#begins[line + rows.length]!;
      const end = this.#begins[line + rows.length + 1]! - 1;
      const found = this.#text.slice(begin, end).indexOf(written.trim());
      rows.push({ at: at + written.length - written.trimStart().length, offset: begin + Math.max(0, found) });
      at += written.length + 1;
    }
    return (at) => {
      const row = Math.max(
        0,
        rows.findLastIndex((each) => each.at <= at),
      );
      const point = this.#point(rows[row]!.offset + Math.max(0, at - rows[row]!.at), line + row);
      return { start: point, end: point };
    };
  }

  #takeInline(token: Token, place: Places): void {
    const node = inlineOf(token);
    if (token.nesting === -1) return void this.#open.pop();
    const at = token.meta?.['at'];
    /* The token of a link begins behind its bracket. */
    if (typeof at === 'number') node.position = place(token.type === 'link_open' ? Math.max(0, at - 1) : at);
    this.#add(node);
    if (token.nesting === 1) this.#open.push({ node: node as Parent });
  }
}
