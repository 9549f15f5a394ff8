import type { Token } from 'markdown-it';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { DirectiveFacts } from './markdown-directives.rules.js';
import type {} from './directives.nodes.js';

/** The node that an opening token of a block begins; null where Markdown has a token and the tree has no node. */
export function blockOf(token: Token): Nodes | null {
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

/** The node of a block that holds no others. */
export function leafOf(token: Token): RootContent {
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

/** The node of a token inside a paragraph. */
export function inlineOf(token: Token): PhrasingContent {
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

export function attribute({ attrs }: Token, name: string): string | null {
  const value = attrs?.find(([key]) => key === name)?.[1];
  return value === undefined || value === null ? null : String(value);
}
