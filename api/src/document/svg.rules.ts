import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a drawing, with its attributes as written. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** The words directly in it. */
  readonly text: string;
}

export interface Drawing {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly root: SvgElement;
  /** Gradients by id. */
  readonly paints: ReadonlyMap<string, SvgElement>;
}

const mostBytes = 256 * 1024;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  /* Also decodes `&#3713;`: what is checked is what a browser would read. */
  htmlEntities: true,
});

type Node = Record<string, unknown>;

/**
 * The drawing as a tree, the one reading for whoever checks and whoever draws; null when it is larger than 256 kB, is not well
 * formed, or has a document type, an instruction, or tags more than a hundred deep.
 */
export function readSvg(source: string): SvgElement | null {
  if (Buffer.byteLength(source) > mostBytes) return null;
  if (/<!|<\?(?!xml\s)|[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(withoutComments(source))) return null;
  /* It was read as UTF-8; a browser that were told otherwise would read another drawing. */
  if (/^\uFEFF?<\?xml[^>]*encoding=(?!["']utf-8["'])/i.test(source)) return null;
  if (XMLValidator.validate(source) !== true) return null;
  let nodes: Node[];
  try {
    nodes = parser.parse(source) as Node[];
  } catch {
    return null;
  }
  const [root, ...others] = nodes.flatMap(elementOf);
  return root?.name === 'svg' && others.length === 0 ? root : null;
}

/** In one pass: a pattern would begin anew at each `<!--` that nothing closes. An open one is left for the caller to see. */
function withoutComments(source: string): string {
  const [before = '', ...comments] = source.split('<!--');
  return before + comments.map((text) => (text.includes('-->') ? text.slice(text.indexOf('-->') + 3) : '<!')).join('');
}

/** A drawing of plain shapes, ready to be drawn; null when it is not one or states no viewBox. */
export function drawingOf(source: string): Drawing | null {
  const root = readSvg(source);
  const box = numbersOf(root?.attributes['viewBox'] ?? '');
  if (root === null || box.length !== 4 || box[2]! <= 0 || box[3]! <= 0) return null;
  const paints = new Map<string, SvgElement>();
  gather(root, paints);
  return { box: [box[0]!, box[1]!, box[2]!, box[3]!], root, paints };
}

export function numbersOf(text: string): number[] {
  return (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function elementOf(node: Node): SvgElement[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name === '#text') return [];
  const inside = node[name] as Node[];
  return [
    {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      children: inside.flatMap(elementOf),
      text: inside.map((child) => ('#text' in child ? String(child['#text']) : '')).join(''),
    },
  ];
}

function gather(element: SvgElement, paints: Map<string, SvgElement>): void {
  const { id } = element.attributes;
  if (element.name.endsWith('Gradient') && id !== undefined) paints.set(id, element);
  for (const child of element.children) gather(child, paints);
}
