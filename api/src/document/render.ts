import { bytesOf, newSheet } from '../typeset/sheet.js';
import { contentsStrips } from './contents.js';
import { drawCover } from './cover.js';
import type { DocumentModel } from './flow.js';
import { layouts } from './layouts.js';
import { PageDrawer } from './page-drawer.js';
import { pagesOf } from './paging.rules.js';
import { galleryOf } from './pictures.js';
import { setFlow } from './set.js';
import type { Anchor, Strip } from './strips.js';

/** How documents look; part of the name under which a made one is kept. Raise it when the same version gives other pages. */
export const engineVersion = 2;

export interface Rendered {
  readonly bytes: Buffer;
  readonly pages: number;
}

/**
 * The document as a PDF. Everything is set and divided into pages first and drawn afterwards, so that contents and feet know
 * the numbers of all pages. The same model gives the same bytes. `between` is awaited after every few pages, so that others get their turn.
 */
export async function renderDocument(
  model: DocumentModel,
  between: () => Promise<unknown> = async () => {},
): Promise<Rendered> {
  const layout = layouts[model.layout];
  const pageHeight = layout.height - layout.top - layout.bottom;
  let named = 0;
  const workshop = { gallery: await galleryOf(model.flow), pageHeight, nextId: () => `a${++named}` };
  const root = { type: 'Document', lang: model.lang };
  const setting = { x: layout.side, width: layout.width - 2 * layout.side, size: model.size, tags: [root] };
  const set: Strip[] = [];
  for (const each of model.flow) {
    set.push(...setFlow([each], setting, workshop));
    if (set.length % 40 === 0) await between();
  }
  const strips = withContents(set);
  const pages = pagesOf(strips, pageHeight);

  const sheet = newSheet({
    title: model.title,
    author: model.author,
    subject: model.subject,
    language: model.lang,
    at: model.at,
    layout: model.layout,
  });
  const drawer = new PageDrawer(sheet, model, layout, strips, pages);
  if (model.cover !== null) drawCover(sheet, model.cover, drawer.easel(root));
  for (const index of pages.keys()) {
    if (index > 0 || model.cover !== null) sheet.addPage();
    drawer.draw(index);
    if (index % 4 === 3) await between();
  }
  drawer.end();
  return { bytes: await bytesOf(sheet), pages: drawer.count };
}

function withContents(strips: readonly Strip[]): Strip[] {
  const anchors: Anchor[] = strips.flatMap(({ anchor }) => anchor ?? []);
  return strips.flatMap((each) =>
    each.contents === undefined ? [each] : contentsStrips(anchors, each.contents.depth, each.contents.setting),
  );
}
