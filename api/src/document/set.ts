import { atomsOf } from './atoms.js';
import type { Flow } from './flow.js';
import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { type Gallery, setPicture } from './pictures.js';
import { setBox } from './set-box.js';
import { setHeading } from './set-heading.js';
import { setList } from './set-list.js';
import { setTable } from './set-table.js';
import { baselineIn, label, setParagraph } from './set-text.js';
import type { Setting } from './setting.js';
import { heightOf, strip, type Strip, together } from './strips.js';

/** What setting a document needs beside the place: its pictures, the height of a page, and names for its anchors. */
export interface Workshop {
  readonly gallery: Gallery;
  readonly pageHeight: number;
  readonly nextId: () => string;
}

/** Sets a flow into strips, one below the other. */
export function setFlow(flow: readonly Flow[], setting: Setting, workshop: Workshop): Strip[] {
  const set = (inner: readonly Flow[], place: Setting): Strip[] => setFlow(inner, place, workshop);
  const strips = flow.flatMap((each): Strip[] => {
    switch (each.kind) {
      case 'heading':
        return setHeading(each, setting, workshop.nextId);
      case 'paragraph':
        return setParagraph(each, setting);
      case 'list':
        return setList(each, setting, set);
      case 'table':
        return setTable(each, setting, set, workshop.pageHeight * 0.55);
      case 'box':
        // A trainer's notes may go on overleaf; what a class works with is seen at one glance.
        return setBox(each, setting, set, workshop.pageHeight * (each.tone === 'trainer' ? 0.34 : 0.62));
      case 'picture':
        return setPicture(each, setting, workshop.gallery, workshop.pageHeight * 0.4);
      case 'together': {
        const inner = set(each.flow, setting);
        return heightOf(inner) <= workshop.pageHeight * 0.7 ? together(inner) : inner;
      }
      case 'code':
        return setCode(each.text, each.size ?? setting.size, setting);
      case 'lines':
        return Array.from({ length: each.count }, () => writingLine(setting));
      case 'fields':
        return setFields(each.labels, each.lang, setting);
      case 'rule':
        return [rule(setting)];
      case 'page':
        return [strip(0, null, { breaks: true, keep: true })];
      case 'contents':
        return [strip(0, null, { contents: { depth: each.depth, setting } })];
    }
  });
  return strips;
}

/** Machine-readable lines: every letter as wide as the next, on a pale ground, made smaller when they are long. */
function setCode(text: string, size: number, setting: Setting): Strip[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const pad = setting.size * 0.7;
  const fitted = Math.min(size, (setting.width - 2 * pad) / (0.6 * longest));
  const face = hand(fitted, 'en', { leading: fitted * 1.5 });
  const path = [...setting.tags, { type: 'Code' }];
  const look = { fill: colours.shade, bar: colours.shade, label: colours.quiet, edge: colours.line };
  const frame = { x: setting.x, width: setting.width, look };
  const set = lines.map((line) => {
    const atoms = atomsOf([{ text: line, code: true }], face);
    return strip(face.leading, ({ sheet, tagged }, y) =>
      tagged(path, () => writeAtoms(sheet, atoms, setting.x + pad, y + baselineIn(face))),
    );
  });
  const boxed = [strip(pad * 0.5, null), ...set, strip(pad * 0.5, null)].map((each) => ({ ...each, frames: [frame] }));
  const [first, ...rest] = together(boxed);
  return [{ ...first!, gap: setting.size * 0.7 }, ...rest, strip(setting.size * 0.3, null)];
}

function writingLine({ x, width, size }: Setting): Strip {
  return strip(size * 2.1, ({ sheet, ornament }, y) =>
    ornament(() => sheet.rect(x, y + size * 1.9, width, 0.6).fill(colours.quiet)),
  );
}

/** Places to write in by hand, two beside each other. */
function setFields(labels: readonly string[], lang: 'lo' | 'en', setting: Setting): Strip[] {
  const { x, width, size } = setting;
  const face = hand(size * 0.9, lang, { face: 'sans-medium', colour: colours.quiet });
  const space = size * 1.6;
  const column = (width - space) / 2;
  const pairs = Array.from({ length: Math.ceil(labels.length / 2) }, (_, row) => labels.slice(2 * row, 2 * row + 2));
  return pairs.map((pair, row) =>
    strip(
      size * 2.3,
      ({ sheet, tagged, ornament }, y) =>
        pair.forEach((word, place) => {
          const left = x + place * (column + space);
          const set = label(word, face);
          const base = y + size * 1.75;
          tagged([...setting.tags, { type: 'P', lang }], () => writeAtoms(sheet, set.atoms, left, base));
          const from = left + set.width + size * 0.5;
          ornament(() => sheet.rect(from, base + 2.5, left + column - from, 0.6).fill(colours.quiet));
        }),
      { gap: row === 0 ? size * 0.5 : 0, keep: row < pairs.length - 1 },
    ),
  );
}

function rule({ x, width, size }: Setting): Strip {
  return strip(
    size * 0.6,
    ({ sheet, ornament }, y) => ornament(() => sheet.rect(x, y + size * 0.3, width, 0.6).fill(colours.line)),
    { gap: size * 0.6 },
  );
}
