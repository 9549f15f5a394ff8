/** A change of a text: what stands between two places becomes something else, and a part of the whole is selected then. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [from: number, to: number];
}

/** Puts marks around what is selected, or takes them away where they are; with nothing selected around a word to type over. */
export function marked(text: string, from: number, to: number, mark: '**' | '*', word: string): Edit {
  if (from === to) {
    const at = from + mark.length;
    return { from, to, insert: `${mark}${word}${mark}`, select: [at, at + word.length] };
  }
  /* Spaces at the ends stay outside: inside of the marks they would undo them. */
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const inner = chosen.trim();
  const end = start + inner.length;
  const size = mark.length;
  if (isMarked(text.slice(0, start), text.slice(end), mark))
    return { from: start - size, to: end + size, insert: inner, select: [start - size, end - size] };
  if (inner.length > 2 * size && isMarked(inner.slice(0, size), inner.slice(-size), mark)) {
    const bare = inner.slice(size, -size);
    return { from: start, to: end, insert: bare, select: [start, start + bare.length] };
  }
  return { from: start, to: end, insert: `${mark}${inner}${mark}`, select: [start + size, end + size] };
}

function isMarked(before: string, after: string, mark: string): boolean {
  const stars = (found: string | undefined) => found?.length ?? 0;
  const least = Math.min(stars(/\*+$/.exec(before)?.[0]), stars(/^\*+/.exec(after)?.[0]));
  return mark === '**' ? least === 2 || least === 3 : least === 1 || least === 3;
}

const BULLET = /^(\s*)[-*+]\s+/;
const NUMBER = /^(\s*)\d+[.)]\s+/;

/** Makes lines the entries of a list, or plain lines again where all are entries of that kind. Empty lines stay. */
export function listed(lines: readonly string[], kind: 'bullets' | 'numbers'): string[] {
  const own = kind === 'bullets' ? BULLET : NUMBER;
  const full = lines.filter((line) => line.trim() !== '');
  if (full.length > 0 && full.every((line) => own.test(line))) return lines.map((line) => line.replace(own, '$1'));
  let number = 0;
  return lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    number++;
    const bare = line.replace(BULLET, '$1').replace(NUMBER, '$1');
    const space = /^\s*/.exec(bare)![0];
    return `${space}${kind === 'bullets' ? '-' : `${number}.`} ${bare.slice(space.length)}`;
  });
}

/** A table of two columns to type over; the first word is selected. */
export function tableOf({ title, text }: { title: string; text: string }): { text: string; from: number; to: number } {
  return { text: `| ${title} | ${title} |\n| --- | --- |\n| ${text} | ${text} |\n`, from: 2, to: 2 + title.length };
}

/** The lines of the front matter, fences included; 0 where there is none. */
export function headLines(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  return lines.findIndex((line, n) => n > 0 && line.trimEnd() === '---') + 1;
}
