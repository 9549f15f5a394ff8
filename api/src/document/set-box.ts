import type { BoxFlow } from './flow.js';
import { hand, tones } from './house.js';
import { writeAtoms } from './line-writer.js';
import type { Setter } from './set-list.js';
import { baselineIn, label, setLines } from './set-text.js';
import type { Setting } from './setting.js';
import { heightOf, strip, type Strip, together } from './strips.js';

const bar = 4;

/** A box of the house: a bar at the left, a label, perhaps a title and minutes, and what is in it. */
export function setBox(box: BoxFlow, setting: Setting, set: Setter, wholeUpTo: number): Strip[] {
  const { size } = setting;
  const look = tones[box.tone];
  const pad = size * 1.05;
  const colour = box.tone === 'key' ? '#ffffff' : undefined;
  const group = { type: 'Sect', lang: box.lang };
  const inside: Setting = {
    ...setting,
    x: setting.x + bar + pad,
    width: setting.width - bar - 2 * pad,
    size: box.tone === 'trainer' || box.tone === 'note' ? size * 0.95 : size,
    tags: [...setting.tags, group],
    colour: colour ?? setting.colour,
  };
  const frame = { x: setting.x, width: setting.width, look };
  const body = set(box.flow, inside);
  const strips = [
    strip(size * 0.6, null, { keep: true }),
    ...head(box, inside).map((each) => ({ ...each, keep: true })),
    ...body.map((each, index) => (index === body.length - 1 ? { ...each, keep: true } : each)),
    strip(size * 0.75, null),
  ].map((each) => ({ ...each, frames: [frame, ...each.frames] }));
  const whole = heightOf(strips) <= wholeUpTo ? together(strips) : strips;
  return [{ ...whole[0]!, gap: size * 1.05 }, ...whole.slice(1), strip(size * 0.35, null)];
}

function head(box: BoxFlow, inside: Setting): Strip[] {
  const look = tones[box.tone];
  const small = hand(inside.size * 0.76, box.lang, { face: 'sans-semibold', colour: look.label });
  const word = label(box.lang === 'en' ? box.label.toUpperCase() : box.label, small);
  const aside =
    box.aside === null
      ? null
      : label(box.aside, hand(inside.size * 0.84, box.lang, { face: 'sans-medium', colour: look.label }));
  const path = [...inside.tags, { type: 'P', lang: box.lang }];
  const line = strip(small.leading, ({ sheet, tagged }, y) =>
    tagged(path, () => {
      writeAtoms(sheet, word.atoms, inside.x, y + baselineIn(small));
      if (aside !== null) writeAtoms(sheet, aside.atoms, inside.x + inside.width - aside.width, y + baselineIn(small));
    }),
  );
  const labelled = box.label === '' ? [] : [line];
  if (box.title === null) return labelled;
  const colour = inside.colour ?? look.bar;
  const title = hand(inside.size * 1.1, box.lang, {
    face: 'sans-semibold',
    colour: box.tone === 'case' || box.tone === 'note' ? '#1d2b53' : colour,
  });
  return [...labelled, ...setLines(box.title, title, inside, 'P', 0)];
}
