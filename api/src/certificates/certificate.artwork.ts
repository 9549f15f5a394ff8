import { deflateSync } from 'node:zlib';
import { a4, type PackedPicture } from '../typeset/sheet.js';
import { bandHeight, bandOperators, fill, stroke } from '../typeset/woven-band.js';

export const colours = {
  paper: '#fffdf8',
  ink: '#1b2140',
  quiet: '#5a6079',
  indigo: '#1d2b53',
  gold: '#9a6415',
  frame: '#b7791f',
  thread: '#d9a441',
  light: '#f6e3b4',
} as const;

const thread = 0.94;
const inset = { frame: 21, hairline: 25.5, band: 28.5 } as const;

/** Where text may stand: inside the frames and between the bands. */
export const area = {
  top: inset.band + bandHeight(thread) + 6,
  bottom: a4.short - inset.band - bandHeight(thread) - 6,
  left: 74,
  right: a4.long - 74,
} as const;

let drawn: PackedPicture | undefined;

/** The ground, the double frame and the two bands: the same on every certificate, so compressed once. */
export function artwork(): PackedPicture {
  drawn ??= { width: a4.long, height: a4.short, packed: deflateSync(operators(), { level: 9 }) };
  return drawn;
}

function operators(): string {
  const band = { ground: colours.indigo, thread: colours.thread, light: colours.light };
  const width = a4.long - 2 * inset.band;
  return [
    `${fill(colours.paper)}0 0 ${a4.long} ${a4.short} re f\n`,
    bandOperators(inset.band, inset.band, width, thread, band),
    bandOperators(inset.band, a4.short - inset.band - bandHeight(thread), width, thread, band),
    `${stroke(colours.frame)}1.3 w\n${frame(inset.frame)}S\n0.5 w\n${frame(inset.hairline)}S\n`,
    corners(),
  ].join('');
}

function frame(at: number): string {
  return `${at} ${at} ${a4.long - 2 * at} ${a4.short - 2 * at} re\n`;
}

/** A small lozenge on each corner of the outer frame, where two edges of a cloth would be knotted. */
function corners(): string {
  const at = inset.frame;
  const reach = 5.5;
  const points = [
    [at, at],
    [a4.long - at, at],
    [at, a4.short - at],
    [a4.long - at, a4.short - at],
  ] as const;
  const lozenge = ([x, y]: readonly [number, number]) =>
    `${x - reach} ${y} m ${x} ${y - reach} l ${x + reach} ${y} l ${x} ${y + reach} l h\n`;
  return `${fill(colours.paper)}0.9 w\n${points.map(lozenge).join('')}B\n`;
}
