import type { Root } from 'mdast';
import { fault, type Fault } from './fault.rules.js';
import { walk } from './markdown.rules.js';

/**
 * A mistyped fence (`::: trainer`, `:::trainer notes`, a fence in a list) is common text to a Markdown parser: what was
 * meant for the trainer would be printed for everyone. So every line that begins with two colons or more must be one that
 * the parser took as the beginning or end of a block at the left margin; any other is an error.
 */
export function strayFences(file: string, body: string, root: Root): Fault[] {
  const taken = new Set<number>();
  const code = new Set<number>();
  const faults: Fault[] = [];
  for (const [node, above] of walk(root.children)) {
    if (node.type === 'code') for (const line of linesOf(node)) code.add(line);
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') continue;
    const { start } = node.position!;
    taken.add(start.line);
    if (node.type === 'containerDirective' && node.closedAt !== null) taken.add(node.closedAt);
    if (above.length > 0)
      faults.push(fault('block.nested', { file, line: start.line, column: start.column }, { name: node.name }));
  }
  body.split('\n').forEach((text, index) => {
    const line = index + 1;
    const colons = /^[\s>*+\-\d.)|]*([:\uFF1A]{2,})/.exec(text);
    if (colons === null || taken.has(line) || code.has(line)) return;
    faults.push(fault('block.malformed', { file, line, column: text.search(/[:\uFF1A]/) + 1 }));
  });
  return faults;
}

function linesOf({
  position,
}: {
  position?: { start: { line: number }; end: { line: number } } | undefined;
}): number[] {
  if (position === undefined) return [];
  const { start, end } = position;
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
}
