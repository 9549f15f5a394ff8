import type { Cell, Flow, Inline, Lang, ListItem, Span } from '../document/flow.js';
import type { Block, Picture } from '../format/index.js';

type Node = Block['nodes'][number];

/** What prose refers to: its pictures by path, its sources by id. */
export interface References {
  readonly images: ReadonlyMap<string, Picture>;
  readonly sources: ReadonlyMap<string, number>;
}

/** Markdown as it is printed. What has no place on paper, such as a block inside a block, is left out. */
export function proseFlow(nodes: readonly Node[], lang: Lang, references: References): Flow[] {
  return nodes.flatMap((node): Flow[] => {
    switch (node.type) {
      case 'paragraph': {
        const only = node.children.length === 1 ? node.children[0]! : null;
        if (only?.type === 'image') return pictureFlow(only, lang, references);
        return [{ kind: 'paragraph', text: inline(node.children, references), lang }];
      }
      case 'heading':
        return [{ kind: 'heading', level: node.depth <= 3 ? 3 : 4, text: inline(node.children, references), lang }];
      case 'list': {
        const marker = node.ordered === true ? 'number' : 'disc';
        const items = node.children.map((item): ListItem => ({
          marker,
          flow: proseFlow(item.children, lang, references),
        }));
        return [{ kind: 'list', lang, start: node.start ?? 1, items }];
      }
      case 'blockquote': {
        const flow = proseFlow(node.children, lang, references);
        return [{ kind: 'box', tone: 'note', lang, label: '', title: null, aside: null, flow }];
      }
      case 'code':
        return [{ kind: 'code', text: node.value }];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'table': {
        const rows = node.children.map((row): Cell[] =>
          row.children.map((cell) => [{ kind: 'paragraph', text: inline(cell.children, references), lang }]),
        );
        const columns = (node.align ?? []).map((align) =>
          align === null ? {} : { align: align === 'center' ? ('centre' as const) : align },
        );
        const [head = [], ...body] = rows;
        return [{ kind: 'table', lang, columns, head, rows: body.map((cells) => ({ cells })) }];
      }
      default:
        return [];
    }
  });
}

function pictureFlow(
  node: { url: string; alt?: string | null | undefined },
  lang: Lang,
  { images }: References,
): Flow[] {
  const picture = images.get(node.url);
  const alt = node.alt ?? '';
  return picture === undefined
    ? [{ kind: 'paragraph', text: [{ text: alt, quiet: true }], lang }]
    : [{ kind: 'picture', picture, alt, lang }];
}

type Phrase = Extract<Node, { type: 'paragraph' }>['children'][number];
type Way = Omit<Span, 'text'>;

function inline(nodes: readonly Phrase[], references: References, way: Way = {}): Inline {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return cited(node.value.replace(/\s*\n\s*/g, ' '), references, way);
      case 'strong':
        return [...inline(node.children, references, { ...way, strong: true })];
      case 'emphasis':
        return [...inline(node.children, references, { ...way, emphasis: true })];
      case 'inlineCode':
        return [{ ...way, text: node.value, code: true }];
      case 'break':
        return [{ ...way, text: ' ', ends: true }];
      case 'link':
        return linked(node, references, way);
      case 'image':
        return [{ ...way, text: node.alt ?? '', quiet: true }];
      case 'textDirective':
        return [...inline(node.children, references, { ...way, marked: true })];
      default:
        return [];
    }
  });
}

/** On paper nobody can press a link, so its address stands behind its words. */
function linked(node: Extract<Phrase, { type: 'link' }>, references: References, way: Way): Span[] {
  const isOutside = /^(?:https?:|mailto:)/.test(node.url);
  const words = inline(node.children, references, isOutside ? { ...way, url: node.url } : way);
  const shown = words.map(({ text }) => text).join('');
  const address = node.url.replace(/^mailto:/, '');
  return !isOutside || shown === address ? [...words] : [...words, { text: ` (${address})`, quiet: true }];
}

/** `[tip-protocol]` becomes the number of the source. */
function cited(text: string, { sources }: References, way: Way): Span[] {
  return text.split(/(\s?\[[a-z][a-z0-9-]{0,39}\])/).flatMap((piece): Span[] => {
    if (piece === '') return [];
    const number = sources.get(piece.trim().slice(1, -1));
    return number === undefined || !piece.trimStart().startsWith('[')
      ? [{ ...way, text: piece }]
      : [{ text: `\u00A0[${number}]`, quiet: true }];
  });
}
