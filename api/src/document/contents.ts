import { colours, hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { baselineIn, label, setLines } from './set-text.js';
import type { Setting } from './setting.js';
import { type Anchor, strip, type Strip } from './strips.js';

/** The table of contents: as high as it will be, though the numbers of the pages come when it is drawn. */
export function contentsStrips(anchors: readonly Anchor[], depth: 1 | 2, setting: Setting): Strip[] {
  const listed = anchors.filter(({ level }) => level <= depth);
  const toc = { type: 'TOC' };
  return listed.flatMap((anchor, index) => entry(anchor, { ...setting, tags: [...setting.tags, toc] }, index, listed));
}

function entry(anchor: Anchor, setting: Setting, index: number, all: readonly Anchor[]): Strip[] {
  const { size, x, width } = setting;
  const isFirst = anchor.level === 1;
  const indent = isFirst ? 0 : size * 3.2;
  const face = isFirst
    ? hand(size, anchor.lang, { face: 'sans-semibold', colour: colours.indigo })
    : hand(size * 0.92, anchor.lang);
  const code = isFirst && anchor.above !== null ? label(anchor.above, { ...face, colour: colours.gold }) : null;
  const left = x + (code === null ? indent : size * 3.2);
  const measure = width - (left - x) - size * 3;
  const item = { type: 'TOCI' };
  const tags = [...setting.tags, item];
  const lines = setLines([{ text: anchor.title }], face, { ...setting, x: left, width: measure, tags }, 'Reference', 0);
  return lines.map((line, place) => {
    const isLast = place === lines.length - 1;
    const draw: Strip['draw'] = (easel, y) => {
      const { sheet } = easel;
      line.draw?.(easel, y);
      if (place === 0 && code !== null)
        easel.tagged([...tags, { type: 'Lbl' }], () => writeAtoms(sheet, code.atoms, x, y + baselineIn(face)));
      sheet.goTo(x, y, width, face.leading, anchor.id);
      if (!isLast) return;
      const number = label(String(easel.pageOf(anchor)), face);
      easel.tagged([...tags, { type: 'P' }], () =>
        writeAtoms(sheet, number.atoms, x + width - number.width, y + baselineIn(face)),
      );
    };
    const first = place === 0;
    const gap = first && index > 0 ? size * (isFirst ? 0.75 : 0.12) : 0;
    const keep = !isLast || (isFirst && all[index + 1]?.level === 2);
    return strip(line.height, draw, { gap, keep });
  });
}
