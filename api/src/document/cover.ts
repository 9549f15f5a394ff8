import { a4, type Sheet, stamp } from '../typeset/sheet.js';
import { deflateSync } from 'node:zlib';
import { bandHeight, bandOperators } from '../typeset/woven-band.js';
import type { Cover } from './flow.js';
import { colours, hand, type Hand } from './house.js';
import { plain, setLines } from './set-text.js';
import type { Easel, Strip } from './strips.js';

const thread = 1.15;
const side = 70;
const bandTop = 250;

/** The first page of a book: the band, what kind of book it is, its title, its version, and a place for its owner's name. */
export function drawCover(sheet: Sheet, cover: Cover, easel: Easel): void {
  const { lang } = cover;
  const width = a4.short;
  const measure = { x: side, width: width - 2 * side, size: 11, tags: [] };
  easel.ornament(() => {
    sheet.rect(0, 0, width, bandTop).fill(colours.indigo);
    stamp(sheet, 'CoverBand', coverBand());
  });
  const kind = hand(15, lang, { face: 'sans-medium', colour: colours.light });
  const title = fittingTitle(cover.title, lang);
  const titleLines = setLines(plain(cover.title), title, measure, 'H1', 0);
  const kindLines = setLines(plain(cover.kind), kind, measure, 'P', 0);
  const top = bandTop - 34 - title.leading * titleLines.length;
  put(kindLines, easel, top - kind.leading * kindLines.length - 4);
  put(titleLines, easel, top);

  let y = bandTop + bandHeight(thread) + 34;
  if (cover.subtitle !== null) {
    const under = hand(16, lang === 'lo' ? 'en' : 'lo', { face: 'serif-regular', colour: colours.indigo });
    y = put(setLines(plain(cover.subtitle), under, measure, 'P', 0), easel, y) + 18;
  }
  for (const line of cover.lines)
    y = put(setLines(plain(line), hand(11, lang, { colour: colours.quiet }), measure, 'P', 0), easel, y) + 2;
  y += 22;
  for (const notice of cover.notices) y = putNotice(notice, easel, y, measure) + 10;
  for (const { text, lang: own } of cover.signs ?? [])
    y = put(setLines(plain(text), hand(9, own, { colour: colours.quiet }), measure, 'P', 0), easel, y) + 2;
  putOwner(cover, easel, measure);
}

/** A long title is set smaller rather than over more than three lines. */
function fittingTitle(text: string, lang: Cover['lang']): Hand {
  const large = text.length > 70 ? 24 : text.length > 40 ? 28 : 32;
  const leading = large * (lang === 'lo' ? 1.5 : 1.24);
  return hand(large, lang, { face: 'serif-semibold', strong: 'serif-semibold', colour: colours.white, leading });
}

function put(strips: readonly Strip[], easel: Easel, y: number): number {
  let at = y;
  for (const each of strips) {
    each.draw?.(easel, at);
    at += each.height;
  }
  return at;
}

function putNotice(
  { text, lang, tone }: Cover['notices'][number],
  easel: Easel,
  y: number,
  measure: Parameters<typeof setLines>[2],
): number {
  const colour = tone === 'trainer' ? colours.indigo : colours.gold;
  const inside = { ...measure, x: measure.x + 16, width: measure.width - 32 };
  const lines = setLines(plain(text), hand(10.5, lang, { face: 'sans-medium', colour }), inside, 'P', 0);
  const height = lines.reduce((sum, line) => sum + line.height, 0) + 18;
  easel.ornament(() => {
    easel.sheet.rect(measure.x, y, measure.width, height).fill(tone === 'trainer' ? '#eef1f8' : '#fbf3df');
    easel.sheet.rect(measure.x, y, 4, height).fill(colour);
  });
  put(lines, easel, y + 9);
  return y + height;
}

function putOwner({ owner, lang }: Cover, easel: Easel, measure: Parameters<typeof setLines>[2]): void {
  owner.forEach((word, index) => {
    const y = a4.long - 150 + index * 34;
    const lines = setLines(plain(word), hand(10.5, lang, { colour: colours.quiet }), measure, 'P', 0);
    put(lines, easel, y);
    easel.ornament(() => easel.sheet.rect(measure.x + 130, y + 14, measure.width - 130, 0.6).fill(colours.quiet));
  });
  easel.ornament(() => {
    const { sheet } = easel;
    sheet.save().translate(0, a4.long - bandHeight(thread));
    stamp(sheet, 'CoverFoot', { ...coverBand(0) });
    sheet.restore();
  });
}

function coverBand(y = bandTop) {
  const cloth = { ground: colours.indigo, thread: colours.thread, light: colours.light };
  const packed = deflateSync(bandOperators(0, y, a4.short, thread, cloth), { level: 9 });
  return { width: a4.short, height: y + bandHeight(thread), packed };
}
