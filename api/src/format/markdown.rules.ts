import MarkdownIt from 'markdown-it';
import type { Nodes, Root } from 'mdast';
import type { Place } from './fault.rules.js';
import { directives } from './markdown-directives.rules.js';
import { treeOf } from './markdown-tree.rules.js';

/**
 * Markdown with blocks (`:::name`), `::question`, `:tbc[…]` and tables. Two habits of Markdown are switched off because
 * they surprise people who write plainly: a line of --- under text is a rule and not a heading, and indented text is text.
 * An address is kept as it was typed, also one that is not allowed: the check tells its author.
 */
export function parseMarkdown(text: string): Root {
  return treeOf(markdown.parse(text, {}), text);
}

const markdown = new MarkdownIt({ html: true }).disable(['lheading', 'code', 'strikethrough', 'reference']);
/* The tree puts pieces of text together itself, and keeps where the first of them begins. */
markdown.disable(['fragments_join', 'text_join']);
markdown.use(directives);
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;
markdown.validateLink = () => true;
markdown.inline.State = class extends markdown.inline.State {
  /** Every token tells where in the text of its paragraph it begins. */
  override push(...told: Parameters<InstanceType<typeof markdown.inline.State>['push']>) {
    const token = super.push(...told);
    token.meta = { ...token.meta, at: this.pos };
    return token;
  }

  override pushPending() {
    const at = this.src.lastIndexOf(this.pending, this.pos - this.pending.length);
    const token = super.pushPending();
    token.meta = { at };
    return token;
  }
};

export interface FrontMatter {
  /** The YAML, on the lines it has in the file; null when there is no front matter. */
  readonly yaml: string | null;
  /** The rest, with blank lines in place of the front matter, so that its line numbers are those of the file. */
  readonly body: string;
}

export function splitFrontMatter(text: string): FrontMatter {
  const found = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (found === null) return { yaml: null, body: text };
  const taken = found[0].split('\n').length - 1;
  return { yaml: `\n${found[1] ?? ''}`, body: '\n'.repeat(taken) + text.slice(found[0].length) };
}

/** Every node below the given ones, in reading order, with its ancestors from the outside in. */
export function* walk(nodes: readonly Nodes[], above: readonly Nodes[] = []): Generator<[Nodes, readonly Nodes[]]> {
  for (const node of nodes) {
    yield [node, above];
    if ('children' in node) yield* walk(node.children as readonly Nodes[], [...above, node]);
  }
}

export function placeOf(file: string, node: Nodes): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { file, line, column };
}
