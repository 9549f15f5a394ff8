/** As much of a node of a pasted page as is looked at; the browser's own nodes fit it. */
export interface RichNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<RichNode>;
  getAttribute?(name: string): string | null;
}

export interface Pasted {
  readonly text: string;
  /** Pictures that were in it and did not come: they are files of the module. */
  readonly pictures: number;
}

const TEXT = 3;
const ELEMENT = 1;
const SILENT = new Set(['HEAD', 'STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'O:P', 'W:SDTPR', 'XML']);
const BLOCKS = new Set(
  'P DIV UL OL LI TABLE TBODY THEAD TFOOT TR TD TH H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE SECTION ARTICLE BODY HTML HR'.split(
    ' ',
  ),
);

/** Null where a page has nothing that its plain text lacks: then the plain text is pasted, letter by letter. */
export function markdownOf(root: RichNode): Pasted | null {
  if (!isRich(root)) return null;
  const pictures = countOf(root, 'IMG');
  return {
    text: blocksOf(root)
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    pictures,
  };
}

/** Blocks stand on lines of their own: apart from the letters that stand before and behind them on the line. */
export function setApart(text: string, before: string, behind: string): string {
  if (!/\n|^(?:#{3} |- |\d+\. |> |\| )/.test(text)) return text;
  return `${before.trim() === '' ? '' : '\n\n'}${text}${behind.trim() === '' ? '' : '\n\n'}`;
}

/** Spaces that only look like one, marks that nobody sees: a search and the check stumble over them. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ').replace(/[\u00AD\uFEFF]/g, '');
}

const CURLED = /[“”„‟]/g;

/** The line that opens a block holds straight quotation marks; keyboards and word processors curl them. */
export function straightFences(text: string): string {
  return text.replace(/^:::.*$/gm, (line) => line.replace(CURLED, '"'));
}

function isRich(node: RichNode): boolean {
  if (/^(?:STRONG|B|EM|I|UL|OL|TABLE|H[1-6]|A|IMG)$/.test(node.nodeName) || itemLevel(node) > 0) return true;
  if (node.nodeName === 'SPAN' && (isBold(node) || isItalic(node))) return true;
  return children(node).some(isRich);
}

/** The blocks of a piece of a page, each a string of lines; what stands between them as running text is a block as well. */
function blocksOf(node: RichNode): string[] {
  const blocks: string[] = [];
  let running: RichNode[] = [];
  let items: string[] = [];
  const endRunning = () => {
    const text = lineOf(running);
    if (text !== '') blocks.push(asLine(text));
    running = [];
  };
  const endItems = () => {
    if (items.length > 0) blocks.push(items.join('\n'));
    items = [];
  };
  for (const child of children(node)) {
    const level = itemLevel(child);
    if (level > 0) {
      endRunning();
      items.push(wordItem(child, level));
    } else if (isBlock(child)) {
      endRunning();
      endItems();
      blocks.push(...blockOf(child));
    } else if (child.textContent?.trim() !== '' || child.nodeName === 'BR' || running.length > 0) {
      endItems();
      running.push(child);
    }
  }
  endRunning();
  endItems();
  return blocks;
}

function blockOf(node: RichNode): string[] {
  const name = node.nodeName;
  if (name === 'TABLE') return tableOf(node);
  if (name === 'UL' || name === 'OL') return [listOf(node, 0).join('\n')];
  if (name === 'HR') return [];
  if (/^H[1-6]$/.test(name)) {
    const text = lineOf(children(node)).replace(/\*\*/g, '');
    return text === '' ? [] : [`### ${text}`];
  }
  if (name === 'BLOCKQUOTE') return blocksOf(node).map((block) => block.replace(/^/gm, '> '));
  return blocksOf(node);
}

function listOf(list: RichNode, depth: number): string[] {
  const lines: string[] = [];
  let number = 0;
  for (const entry of children(list)) {
    if (entry.nodeName === 'UL' || entry.nodeName === 'OL') lines.push(...listOf(entry, depth + 1));
    if (entry.nodeName !== 'LI') continue;
    number++;
    const mark = list.nodeName === 'OL' ? `${number}. ` : '- ';
    const inner = children(entry);
    const own = inner.filter((one) => one.nodeName !== 'UL' && one.nodeName !== 'OL');
    lines.push(`${'   '.repeat(depth)}${mark}${lineOf(own).replaceAll('\\\n', ' ')}`);
    for (const one of inner) if (one.nodeName === 'UL' || one.nodeName === 'OL') lines.push(...listOf(one, depth + 1));
  }
  return lines;
}

/** A word processor writes the entries of a list as paragraphs that say so in their style; the mark is a text of its own. */
function wordItem(node: RichNode, level: number): string {
  const mark = markOf(node);
  const sign = /^\s*(\d+|[a-z])[.)]/i.exec(mark);
  const number = sign ? `${/^\d/.test(sign[1]!) ? sign[1] : '1'}. ` : '- ';
  return `${'   '.repeat(level - 1)}${number}${lineOf(children(node))}`;
}

function itemLevel(node: RichNode): number {
  const style = styleOf(node);
  if (node.nodeName !== 'P' || !/mso-list:\s*l\d/i.test(style)) return 0;
  return Number(/level(\d)/.exec(style)?.[1] ?? 1);
}

function markOf(node: RichNode): string {
  if (isMark(node)) return node.textContent ?? '';
  for (const child of children(node)) {
    const found = markOf(child);
    if (found !== '') return found;
  }
  return '';
}

const isMark = (node: RichNode) => /mso-list:\s*ignore/i.test(styleOf(node));

/** The first row is the head: a table without one cannot be written. */
function tableOf(table: RichNode): string[] {
  const rows = rowsOf(table).map((row) =>
    children(row)
      .filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH')
      .map((cell) => blocksOf(cell).join(' ').replace(/\\?\n/g, ' ').replaceAll('|', '\\|').trim()),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  if (width === 1) return rows.map(([cell]) => cell ?? '').filter(Boolean);
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, n) => cells[n] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [[line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n')];
}

function rowsOf(node: RichNode): RichNode[] {
  return children(node).flatMap((child) =>
    child.nodeName === 'TR' ? [child] : child.nodeName === 'TABLE' ? [] : rowsOf(child),
  );
}

/** Running text on one line; a break within it is kept as one. */
function lineOf(nodes: readonly RichNode[]): string {
  return plainSpaces(nodes.map((node) => inlineOf(node)).join(''))
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ *\u2028 */g, '\\\n')
    .replace(/^(?:\\\n|\s)+|(?:\\\n|\s)+$/g, '')
    .replace(/\*\*\*\*/g, '');
}

function inlineOf(node: RichNode): string {
  if (node.nodeType === TEXT) return escaped(node.textContent ?? '');
  if (node.nodeType !== ELEMENT || SILENT.has(node.nodeName) || isMark(node)) return '';
  if (node.nodeName === 'BR') return '\u2028';
  const inner = children(node).map(inlineOf).join('');
  const spaced = isBlock(node) ? ` ${inner} ` : inner;
  const address = node.nodeName === 'A' ? (node.getAttribute?.('href') ?? '') : '';
  if (/^https?:\/\//i.test(address) && !/[\s()]/.test(address)) return around(spaced, '[', `](${address})`);
  if (isBold(node)) return around(spaced, '**', '**');
  return isItalic(node) ? around(spaced, '*', '*') : spaced;
}

/** Spaces at the ends stay outside: inside of the marks they would undo them. */
function around(text: string, before: string, after: string): string {
  const [, lead = '', inner = '', tail = ''] = /^([\s\u00A0\u2028]*)(.*?)([\s\u00A0\u2028]*)$/s.exec(text) ?? [];
  return inner === '' || inner.startsWith(before) ? text : `${lead}${before}${inner}${after}${tail}`;
}

function isBold(node: RichNode): boolean {
  const weight = /font-weight:\s*(\w+)/i.exec(styleOf(node))?.[1];
  if (weight !== undefined) return /^(?:bold|[6-9]00)$/i.test(weight);
  return node.nodeName === 'B' || node.nodeName === 'STRONG';
}

function isItalic(node: RichNode): boolean {
  const slant = /font-style:\s*(\w+)/i.exec(styleOf(node))?.[1];
  if (slant !== undefined) return /^(?:italic|oblique)$/i.test(slant);
  return node.nodeName === 'I' || node.nodeName === 'EM';
}

/** Letters that would be marks. A bullet or a number that somebody typed stays one. */
const escaped = (text: string) =>
  text.replace(/[\\*[\]<`]/g, '\\$&').replace(/(^|\s)_|_(?=\s|$)/g, (found) => found.replace('_', '\\_'));

function asLine(text: string): string {
  return text.replace(/^[•·▪●–]\s+/gm, '- ').replace(/^(#{1,6}\s|:::?|---|>|\+\s)/gm, '\\$1');
}

const children = (node: RichNode): RichNode[] =>
  Array.from(node.childNodes).filter(
    (child) => child.nodeType === TEXT || (child.nodeType === ELEMENT && !SILENT.has(child.nodeName)),
  );
const styleOf = (node: RichNode) => node.getAttribute?.('style') ?? '';

/** Some programs wrap a whole document in a mark of a word. */
function isBlock(node: RichNode): boolean {
  return (
    BLOCKS.has(node.nodeName) || (/^(?:B|SPAN|FONT|A|CENTER)$/.test(node.nodeName) && children(node).some(isBlock))
  );
}

function countOf(node: RichNode, name: string): number {
  return children(node).reduce((sum, child) => sum + countOf(child, name), node.nodeName === name ? 1 : 0);
}
