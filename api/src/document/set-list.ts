import type { Flow, List, Marker } from './flow.js';
import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { baselineIn, label } from './set-text.js';
import type { Setting } from './setting.js';
import { type Easel, strip, type Strip } from './strips.js';

export type Setter = (flow: readonly Flow[], setting: Setting) => Strip[];

/** Items with their marks in a margin of their own. */
export function setList(list: List, setting: Setting, set: Setter): Strip[] {
  const { size } = setting;
  const wide = list.items.some(({ marker }) => marker === 'number' || marker === 'letter');
  const indent = size * (wide && list.items.length + (list.start ?? 1) > 10 ? 2.1 : 1.6);
  const root = { type: 'L' };
  const strips = list.items.flatMap((item, index) => {
    const tags = [...setting.tags, root, { type: 'LI' }];
    const inside = { ...setting, x: setting.x + indent, width: setting.width - indent };
    const set_ = set(item.flow, { ...inside, tags: [...tags, { type: 'LBody' }] });
    const [first = strip(size * 1.5, null), ...rest] = set_;
    const draw = (easel: Easel, y: number) => {
      mark(item.marker, (list.start ?? 1) + index, list, setting, easel, y, tags);
      first.draw?.(easel, y);
    };
    const gap = size * (index === 0 ? 0.45 : setting.tight === true ? 0.12 : 0.3);
    return [{ ...first, gap, draw }, ...rest];
  });
  // The first item stays with its neighbour, so that no list begins with one line alone at the foot of a page.
  return strips.map((each, index) => (index === 0 && strips.length > 2 ? { ...each, keep: true } : each));
}

function mark(
  marker: Marker,
  number: number,
  { lang }: List,
  { x, size, colour }: Setting,
  { sheet, tagged, ornament }: Easel,
  y: number,
  tags: Setting['tags'],
): void {
  const face = hand(size, lang, { face: 'sans-semibold', colour: colour ?? colours.gold });
  const middle = y + face.leading / 2;
  if (marker === 'none') return;
  if (marker === 'number' || marker === 'letter') {
    const text = marker === 'number' ? `${number}.` : `${String.fromCharCode(64 + number)}.`;
    tagged([...tags, { type: 'Lbl' }], () =>
      writeAtoms(sheet, label(text, face).atoms, x + size * 0.1, y + baselineIn(face)),
    );
    return;
  }
  ornament(() => {
    const left = x + size * 0.2;
    const side = size * 0.86;
    if (marker === 'disc') sheet.circle(left + size * 0.28, middle, size * 0.15).fill(colour ?? colours.gold);
    else if (marker === 'ring')
      sheet
        .lineWidth(0.9)
        .circle(left + side / 2, middle, side / 2)
        .stroke(colours.ink);
    else if (marker === 'right') tick(sheet, left, middle, side, colours.right);
    else if (marker === 'wrong') return;
    else {
      sheet
        .lineWidth(0.9)
        .roundedRect(left, middle - side / 2, side, side, 1.2)
        .stroke(colours.ink);
      if (marker === 'ticked') tick(sheet, left, middle, side, colours.right);
    }
  });
}

function tick(sheet: Easel['sheet'], x: number, middle: number, side: number, colour: string): void {
  sheet
    .save()
    .lineWidth(side * 0.19)
    .lineCap('round')
    .lineJoin('round')
    .moveTo(x + side * 0.16, middle + side * 0.02)
    .lineTo(x + side * 0.42, middle + side * 0.28)
    .lineTo(x + side * 0.9, middle - side * 0.36)
    .stroke(colour)
    .restore();
}
