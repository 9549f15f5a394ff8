import type { Sheet } from '../typeset/sheet.js';
import type { Flow, Picture, PictureFlow } from './flow.js';
import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { rasterFacts } from './raster.rules.js';
import { label, setLines } from './set-text.js';
import type { Setting } from './setting.js';
import { strip, type Strip } from './strips.js';
import { drawSvg } from './svg.draw.js';
import { type Drawing, drawingOf } from './svg.rules.js';

/** A picture that can be drawn: its proportions and how. */
interface Ready {
  readonly width: number;
  readonly height: number;
  readonly draw: (sheet: Sheet, x: number, y: number, width: number, height: number) => void;
  readonly drawing: Drawing | null;
}

export type Gallery = ReadonlyMap<Picture, Ready>;

/** Reads every picture of a document once. What cannot be read is left out, and its words stand in its place. */
export async function galleryOf(flow: readonly Flow[]): Promise<Gallery> {
  const gallery = new Map<Picture, Ready>();
  for (const { picture } of picturesIn(flow)) {
    if (gallery.has(picture)) continue;
    const ready = await readyPicture(picture);
    if (ready !== null) gallery.set(picture, ready);
  }
  return gallery;
}

async function readyPicture({ type, bytes }: Picture): Promise<Ready | null> {
  if (type === 'image/svg+xml') {
    const drawing = drawingOf(Buffer.from(bytes).toString('utf8'));
    if (drawing === null) return null;
    const [, , width, height] = drawing.box;
    return { width, height, drawing, draw: (sheet, x, y, across) => drawSvg(sheet, drawing, x, y, across) };
  }
  const plain = rasterFacts(bytes);
  const opaque = plain !== null && !plain.flatten ? Buffer.from(bytes) : await flattened(bytes);
  const facts = opaque === null ? null : rasterFacts(opaque);
  if (opaque === null || facts === null) return null;
  const draw = (sheet: Sheet, x: number, y: number, width: number, height: number) =>
    void sheet.image(opaque, x, y, { width, height });
  return { width: facts.width, height: facts.height, draw, drawing: null };
}

/** PDF knows no WebP, and see-through PNGs would be unpacked in no fixed order: both become JPEG on white. */
async function flattened(bytes: Uint8Array): Promise<Buffer | null> {
  try {
    const { default: sharp } = await import('sharp');
    return await sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer();
  } catch {
    return null;
  }
}

/** As wide as its place, and no higher than `tallest`; its words beneath when it cannot be drawn. */
export function setPicture(flow: PictureFlow, setting: Setting, gallery: Gallery, tallest: number): Strip[] {
  const { size } = setting;
  const ready = gallery.get(flow.picture);
  if (ready === undefined)
    return setLines([{ text: `[ ${flow.alt} ]`, quiet: true }], hand(size, flow.lang), setting, 'P', size);
  const natural = ready.drawing === null ? ready.width * 0.75 : Infinity;
  const scale = Math.min(setting.width / ready.width, tallest / ready.height, natural / ready.width);
  const [width, height] = [ready.width * scale, ready.height * scale];
  const x = setting.x + (setting.width - width) / 2;
  const draw: Strip['draw'] = (easel, y) =>
    easel.tagged([...setting.tags, { type: 'Figure', alt: flow.alt, lang: flow.lang }], () => {
      ready.draw(easel.sheet, x, y, width, height);
      overlay(easel.sheet, flow, ready, x, y, scale);
    });
  return [strip(height, draw, { gap: size }), strip(size * 0.3, null)];
}

function overlay(
  sheet: Sheet,
  { places = [] }: PictureFlow,
  { drawing }: Ready,
  x: number,
  y: number,
  scale: number,
): void {
  if (drawing === null) return;
  const [left, top] = drawing.box;
  for (const { at, label: word, right } of places) {
    const [px, py, width, height] = at;
    const [across, down] = [x + (px - left) * scale, y + (py - top) * scale];
    const colour = right ? colours.right : colours.quiet;
    sheet.lineWidth(right ? 1.8 : 0.8);
    if (!right) sheet.dash(3, { space: 2 });
    sheet
      .rect(across, down, width * scale, height * scale)
      .stroke(colour)
      .undash();
    const set = label(word, hand(8, 'en', { face: 'sans-semibold', colour: colours.white }));
    sheet.rect(across, down, set.width + 6, 12).fill(colour);
    writeAtoms(sheet, set.atoms, across + 3, down + 9);
  }
}

function picturesIn(flow: readonly Flow[]): PictureFlow[] {
  return flow.flatMap((each): PictureFlow[] => {
    if (each.kind === 'picture') return [each];
    if (each.kind === 'box' || each.kind === 'together') return picturesIn(each.flow);
    if (each.kind === 'list') return each.items.flatMap((item) => picturesIn(item.flow));
    if (each.kind === 'table')
      return [{ cells: each.head }, ...each.rows].flatMap(({ cells }) => cells.flatMap(picturesIn));
    return [];
  });
}
