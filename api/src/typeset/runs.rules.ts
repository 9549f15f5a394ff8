export type Script = 'Laoo' | 'Latn';

/** A stretch of text that one font draws in one script; `from` and `to` are UTF-16 offsets. */
export interface Run {
  readonly font: number;
  readonly script: Script;
  readonly from: number;
  readonly to: number;
}

const lao = /\p{Script=Lao}/u;
const neutral = /[\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Cuts a text into runs. `covers[i]` says which code points the i-th font of a family draws; spaces, digits and
 * punctuation stay with the run before them where its font has them, so that a line falls into few pieces.
 */
export function runsOf(text: string, covers: readonly ((codePoint: number) => boolean)[]): Run[] {
  const runs: { font: number; script: Script; from: number; to: number }[] = [];
  let at = 0;
  for (const letter of text) {
    const codePoint = letter.codePointAt(0)!;
    const before = runs.at(-1);
    const script: Script | undefined = lao.test(letter) ? 'Laoo' : neutral.test(letter) ? before?.script : 'Latn';
    const stays = before !== undefined && script === before.script && covers[before.font]?.(codePoint) === true;
    if (stays) before.to = at + letter.length;
    else {
      const font = covers.findIndex((has) => has(codePoint));
      runs.push({ font: Math.max(font, 0), script: script ?? 'Latn', from: at, to: at + letter.length });
    }
    at += letter.length;
  }
  return runs;
}

/** The letters that no font of the family can draw, each once. */
export function undrawable(text: string, covers: readonly ((codePoint: number) => boolean)[]): string[] {
  return [...new Set(text)].filter((letter) => !covers.some((has) => has(letter.codePointAt(0)!)));
}
