/*
 * Text that nobody writes and parsers of Markdown and YAML take minutes for, or run out of stack: a hundred thousand `>` in a
 * row, ten thousand entries of one list. It is looked for in one pass before anything is parsed. The limits are far above what a
 * curriculum needs: its longest module has 350 lines.
 */
const limits = {
  /** `> - > -` at the beginning of a line. */
  markers: 12,
  /** Columns before the first letter of a line: lists in lists. */
  indent: 120,
  /** Blocks that are open at the same time. */
  blocks: 20,
  /** Brackets that are open at the same time, in a whole file. */
  brackets: 200,
  /** In a paragraph of Markdown: what may begin a link, a mark or code. */
  openers: 500,
  /** In a paragraph of Markdown: what may begin or end an emphasis, a tag or a character by its name. */
  signs: 1_000,
  /** Columns of a table. */
  columns: 200,
  /** Lines and letters of a Markdown file. */
  lines: 3_000,
  letters: 150_000,
};

/** Marks on one letter: putting a hundred thousand into their order takes minutes, and no script has more than a few. */
const heapOfMarks = /\p{M}{40}/u;

/** The first line that goes beyond what can be read in reasonable time, counted from 1; null when there is none. */
export function tooDeepAt(path: string, text: string): number | null {
  const isMarkdown = path.endsWith('.md');
  let open = 0;
  let brackets = 0;
  let openers = 0;
  let signs = 0;
  const lines = text.split(/\r\n?|\n/);
  if (isMarkdown && lines.length > limits.lines) return limits.lines + 1;
  if (isMarkdown && text.length > limits.letters) return text.slice(0, limits.letters).split('\n').length;
  for (const [index, line] of lines.entries()) {
    const lead = /^(?:[ \t]|[>*+?-](?=[ \t>]|$)|\d{1,9}[.)](?=[ \t]|$))*/.exec(line)![0];
    if (lead.replace(/[ \t\d]/g, '').length > limits.markers || heapOfMarks.test(line)) return index + 1;
    brackets = Math.max(0, brackets + count(line, /[[{]/g) - count(line, /[\]}]/g));
    if (brackets > limits.brackets) return index + 1;
    if (!isMarkdown) continue;
    if (lead.length > limits.indent) return index + 1;
    if (/^:{3,}[\w-]/.test(line)) open += 1;
    else if (/^:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    const isBlank = line.trim() === '';
    openers = isBlank ? 0 : openers + count(line, /[[`]/g);
    signs = isBlank ? 0 : signs + count(line, /[*_<&]/g);
    if (open > limits.blocks || openers > limits.openers || signs > limits.signs) return index + 1;
    if (count(line, /\|/g) > limits.columns) return index + 1;
  }
  return null;
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
