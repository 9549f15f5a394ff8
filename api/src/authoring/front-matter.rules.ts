import type { Document } from 'yaml';
import { edited, type Touched, type YamlEdit } from './yaml-edits.rules.js';

/** A module file in its three parts, letter for letter. */
interface Parted {
  readonly opening: string;
  readonly lineEnd: string;
  readonly yaml: string;
  readonly rest: string;
}

/** The front matter as it was typed; null where the file does not begin with any. */
export function frontMatter(text: string): string | null {
  return parted(text)?.yaml ?? null;
}

/** Edits the front matter of a module file; what stands below it stays letter for letter. */
export function withFrontMatter(text: string, edit: (document: Document) => Touched): YamlEdit {
  const file = parted(text);
  if (file === null) return { brokenAt: 1 };
  const result = edited(file.yaml, edit);
  if ('brokenAt' in result) return { brokenAt: result.brokenAt + 1 };
  return { text: file.opening + result.text.replaceAll('\n', file.lineEnd) + file.rest };
}

function parted(text: string): Parted | null {
  const found = /^(\uFEFF?---[ \t]*(\r?\n))([\s\S]*?\r?\n)??(---[ \t]*(?:\r?\n[\s\S]*)?)$/.exec(text);
  if (found === null) return null;
  const [, opening, lineEnd, yaml = '', rest] = found;
  return { opening: opening!, lineEnd: lineEnd!, yaml, rest: rest! };
}
