import type { Image, Link } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Locale, Picture, Prose } from './curriculum.js';
import { fault, type Fault } from './fault.rules.js';
import { placeOf, walk } from './markdown.rules.js';
import { looksLao, looksUntranslated } from './text.rules.js';

/** What one file refers to: source id → the first line that names it. */
export type Citations = ReadonlyMap<string, number>;

export interface Surroundings {
  readonly locale: Locale;
  readonly sources: ReadonlySet<string>;
  readonly images: ReadonlyMap<string, Picture>;
  readonly anchors: ReadonlySet<string>;
}

const citation = /\[([a-z][a-z0-9-]{0,39})\]/g;

/** Checks what stands in the text of one file: language, HTML, links, pictures, marks, references to sources. */
export function checkProse({ file, root }: Prose, around: Surroundings): { faults: Fault[]; cited: Citations } {
  const faults: Fault[] = [];
  const cited = new Map<string, number>();
  for (const [node, above] of walk(root.children)) {
    const place = placeOf(file, node);
    switch (node.type) {
      case 'paragraph':
        if (around.locale === 'lo' && looksUntranslated(toString(node))) faults.push(fault('text.not-lao', place));
        if (around.locale === 'en' && looksLao(toString(node))) faults.push(fault('text.not-english', place));
        break;
      case 'html':
        faults.push(fault('prose.html', place));
        break;
      case 'heading':
        if (above.length > 0 && node.depth <= 2) faults.push(fault('heading.in-block', place));
        break;
      case 'link':
        faults.push(...linkFaults(node, file, around));
        break;
      case 'image':
        faults.push(...imageFaults(node, file, around));
        break;
      case 'definition':
        faults.push(fault('prose.definition', place));
        break;
      case 'textDirective':
        if (node.children.length === 0 || Object.keys(node.attributes).length > 0)
          faults.push(fault('prose.tbc', place));
        break;
      case 'text':
        if (above.some(({ type }) => type === 'link')) break;
        for (const { 1: id = '', index } of node.value.matchAll(citation)) {
          const line = place.line + node.value.slice(0, index).split('\n').length - 1;
          if (around.sources.has(id)) cited.set(id, cited.get(id) ?? line);
          else faults.push(fault(id.includes('-') ? 'source.unknown' : 'source.maybe', { ...place, line }, { id }));
        }
        break;
    }
  }
  return { faults, cited };
}

function linkFaults(node: Link, file: string, { anchors }: Surroundings): Fault[] {
  const place = placeOf(file, node);
  if (node.url.startsWith('#')) {
    const id = node.url.slice(1);
    return anchors.has(id) ? [] : [fault('prose.anchor', place, { id })];
  }
  return isSafeAddress(node.url) ? [] : [fault('prose.link', place, { url: node.url.slice(0, 60) })];
}

export function isSafeAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\u0000-\u001F]+$/i.test(url);
}

function imageFaults(node: Image, file: string, { images }: Surroundings): Fault[] {
  const place = placeOf(file, node);
  const faults: Fault[] = [];
  if (!node.alt?.trim()) faults.push(fault('prose.image-text', place));
  if (/^[a-z][a-z0-9+.-]*:|^\/|^\\|\.\./i.test(node.url)) faults.push(fault('prose.image-address', place));
  else if (!images.has(node.url)) faults.push(fault('prose.image-missing', place, { path: node.url }));
  return faults;
}
