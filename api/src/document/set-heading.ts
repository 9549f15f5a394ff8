import type { Heading } from './flow.js';
import { colours, hand, type Hand } from './house.js';
import { writeAtoms } from './line-writer.js';
import { baselineIn, label, plain, setLines } from './set-text.js';
import type { Setting } from './setting.js';
import { after, type Anchor, strip, type Strip, together } from './strips.js';

/** A heading stays with what follows it. The first level begins a page and is underlined in gold. */
export function setHeading(heading: Heading, setting: Setting, id: () => string): Strip[] {
  const { level, lang, text, above, aside, listed, running } = heading;
  const face = handOf(heading, setting.size);
  const aside_ = aside === undefined ? null : label(aside, asideHand(heading, setting.size));
  const measure = { ...setting, width: setting.width - (aside_ === null ? 0 : aside_.width + setting.size) };
  const tag = `H${level}`;
  const lines = setLines(text, face, measure, tag, 0);
  const strips = [
    ...(above === undefined ? [] : setLines(plain(above), aboveHand(heading, setting.size), setting, 'P', 0)),
    ...lines.map((line, index) => (index === 0 ? withAside(line, aside_, face, setting) : line)),
    ...(level === 1 ? [underline(setting)] : []),
  ];
  const [first, ...rest] = together(strips);
  const anchor: Anchor | null =
    listed === undefined || level > 2
      ? null
      : { id: id(), level: level as 1 | 2, title: listed, above: above ?? null, lang };
  const opened: Strip = {
    ...first!,
    breaks: level === 1,
    ...(anchor === null ? {} : { anchor }),
    ...(running === undefined ? {} : { running }),
  };
  const gap = { 1: 0, 2: 2.1, 3: 1.25, 4: 0.9 }[level] * setting.size;
  return after(gap, [opened, ...rest]).map((each) => ({ ...each, keep: true }));
}

function handOf({ level, lang }: Heading, size: number): Hand {
  if (level === 1) {
    const large = size > 14 ? size * 1.5 : size * 2;
    const leading = large * (lang === 'lo' ? 1.5 : 1.24);
    return hand(large, lang, { face: 'serif-semibold', strong: 'serif-semibold', colour: colours.indigo, leading });
  }
  const scale = { 2: 1.36, 3: 1.12, 4: 1 }[level];
  const colour = level === 4 ? colours.ink : colours.indigo;
  return hand(size * scale, lang, { face: 'sans-semibold', colour });
}

function aboveHand({ lang }: Heading, size: number): Hand {
  return hand(size * 1.05, lang, { face: 'sans-semibold', colour: colours.gold });
}

function asideHand({ level, lang }: Heading, size: number): Hand {
  return hand(size * (level === 1 ? 1.05 : 0.9), lang, { face: 'sans-medium', colour: colours.gold });
}

/** What stands at the right, on the baseline of the first line. */
function withAside(line: Strip, aside: ReturnType<typeof label> | null, face: Hand, setting: Setting): Strip {
  if (aside === null) return line;
  return {
    ...line,
    draw: (easel, y) => {
      line.draw?.(easel, y);
      easel.tagged([...setting.tags, { type: 'P' }], () =>
        writeAtoms(easel.sheet, aside.atoms, setting.x + setting.width - aside.width, y + baselineIn(face)),
      );
    },
  };
}

function underline({ x, width, size }: Setting): Strip {
  return strip(size * 0.9, ({ sheet, ornament }, y) =>
    ornament(() => {
      sheet.rect(x, y + size * 0.3, width, 0.6).fill(colours.line);
      sheet.rect(x, y + size * 0.3 - 0.7, size * 5, 2).fill(colours.thread);
    }),
  );
}
