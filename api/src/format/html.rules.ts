import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Locale, Picture } from './curriculum.js';
import { isSafeAddress } from './prose-check.rules.js';

export interface Typesetting {
  readonly lang: Locale;
  /** Source id → its number in the list. */
  readonly sources: ReadonlyMap<string, number>;
  readonly images: ReadonlyMap<string, Picture>;
}

/** The only elements and attributes a page can have. */
const allowed: Schema = {
  tagNames:
    'p h3 h4 h5 h6 ul ol li blockquote pre code hr br strong em mark span a img table thead tbody tr th td'.split(' '),
  attributes: {
    '*': ['lang'],
    a: ['href', ['rel', 'noopener', 'noreferrer'], ['className', 'cite']],
    mark: [['className', 'tbc']],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
  strip: ['script', 'style'],
};

/** Markdown nodes as HTML. Whatever the check lets through, only the allowed elements and attributes come out. */
export function renderHtml(nodes: readonly RootContent[], setting: Typesetting): string {
  const root: Root = { type: 'root', children: nodes.map((node) => prepared(node, setting) as RootContent) };
  const safe = sanitize(toHast(root), allowed) as HastRoot;
  for (const child of safe.children) if (child.type === 'element') child.properties['lang'] = setting.lang;
  inOtherLanguage(safe, setting.lang);
  return toHtml(safe).trim();
}

/** A copy of the tree with references, marks, pictures and links as the page has them. */
function prepared(node: Nodes, setting: Typesetting): Nodes {
  if (node.type === 'link') {
    if (node.url.startsWith('#')) return { ...node, children: preparedAll(node.children, setting, false) };
    if (!isSafeAddress(node.url)) return { type: 'emphasis', children: preparedAll(node.children, setting, false) };
    return {
      ...node,
      data: { hProperties: { rel: ['noopener', 'noreferrer'] } },
      children: preparedAll(node.children, setting, false),
    };
  }
  if (node.type === 'image') {
    const picture = setting.images.get(node.url);
    if (picture === undefined) return { type: 'text', value: node.alt ?? '' };
    const { hash, width, height } = picture;
    return {
      type: 'image',
      url: `/api/v1/media/${hash}`,
      alt: node.alt ?? '',
      data: { hProperties: { width: Math.round(width), height: Math.round(height), loading: 'lazy' } },
    };
  }
  /* The check refuses a block inside a block; should one come here all the same, it is not known who may see it. */
  if (node.type === 'containerDirective' || node.type === 'leafDirective') return { type: 'text', value: '' };
  if (node.type === 'textDirective')
    return {
      ...node,
      data: { hName: 'mark', hProperties: { className: ['tbc'] } },
      children: preparedAll(node.children, setting, true),
    };
  if ('children' in node)
    return { ...node, children: preparedAll(node.children as PhrasingContent[], setting, true) } as Nodes;
  return node;
}

function preparedAll(
  nodes: readonly PhrasingContent[],
  setting: Typesetting,
  withReferences: boolean,
): PhrasingContent[] {
  return nodes.flatMap((node) =>
    node.type === 'text' && withReferences
      ? withReferencesIn(node.value, setting)
      : [prepared(node, setting) as PhrasingContent],
  );
}

function withReferencesIn(text: string, { sources }: Typesetting): PhrasingContent[] {
  return text.split(/(\[[a-z][a-z0-9-]{0,39}\])/).flatMap((piece): PhrasingContent[] => {
    const id = piece.slice(1, -1);
    const number = piece.startsWith('[') ? sources.get(id) : undefined;
    if (number === undefined) return piece === '' ? [] : [{ type: 'text', value: piece }];
    return [
      {
        type: 'link',
        url: `#source-${id}`,
        data: { hProperties: { className: ['cite'] } },
        children: [{ type: 'text', value: `[${number}]` }],
      },
    ];
  });
}

const laoRun = /([\u0E80-\u0EFF]+(?:[\s\u200B]+[\u0E80-\u0EFF]+)*)/;
/* It looks back so as not to begin inside a word: of a long one every letter would be tried. */
const latinRun = /((?<![A-Za-z]['’-]*)[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*)+)/;

/** Marks Lao inside English and English phrases inside Lao: browsers break lines and read aloud by language. */
function inOtherLanguage(parent: HastRoot | Element, lang: Locale): void {
  const other: Locale = lang === 'lo' ? 'en' : 'lo';
  const children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName !== 'pre' && child.tagName !== 'code') inOtherLanguage(child, lang);
    if (child.type !== 'text') return [child as ElementContent];
    const pieces = child.value.split(other === 'lo' ? laoRun : latinRun);
    return pieces.flatMap((value, index): ElementContent[] => {
      if (value === '') return [];
      const text = { type: 'text' as const, value };
      return [
        index % 2 === 0 ? text : { type: 'element', tagName: 'span', properties: { lang: other }, children: [text] },
      ];
    });
  });
  parent.children = children;
}
