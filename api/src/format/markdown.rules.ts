import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Construct, Extension } from 'micromark-util-types';
import type { Place } from './fault.rules.js';

/**
 * Markdown with blocks (`:::name`), `::question`, `:tbc[…]` and tables. Two habits of Markdown are switched off because
 * they surprise people who write plainly: a line of --- under text is a rule and not a heading, and indented text is text.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions });
}

const extensions = [{ disable: { null: ['setextUnderline', 'codeIndented'] } }, blocksAndTbc(), gfmTable()];
const mdastExtensions = [directiveFromMarkdown({ verbose: true }), gfmTableFromMarkdown()];

/** `10:30` and `act:means` are words: a colon begins a text directive only where the letters `:tbc[` stand. */
function blocksAndTbc(): Extension {
  const { flow, text } = directive();
  const anyName = [text![58]!].flat()[0]!;
  const aheadOfTbc: Construct = {
    partial: true,
    tokenize(effects, ok, nok) {
      const wanted = ':tbc[';
      let seen = 0;
      return function next(code) {
        if (code !== wanted.charCodeAt(seen)) return nok(code);
        if (seen === 0) effects.enter('data');
        effects.consume(code);
        seen += 1;
        if (seen < wanted.length) return next;
        effects.exit('data');
        return ok;
      };
    },
  };
  const tbcOnly: Construct = {
    ...anyName,
    tokenize(effects, ok, nok) {
      return effects.check(aheadOfTbc, anyName.tokenize.call(this, effects, ok, nok), nok);
    },
  };
  return { flow, text: { 58: tbcOnly } };
}

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
    if ('children' in node) yield* walk(node.children, [...above, node]);
  }
}

export function placeOf(file: string, node: Nodes): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { file, line, column };
}
