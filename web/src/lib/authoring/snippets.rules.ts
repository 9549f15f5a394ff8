export const snippetKinds = [
  'section',
  'everyone',
  'activity',
  'case',
  'key-message',
  'trainer',
  'question',
  'picture',
] as const;
export type SnippetKind = (typeof snippetKinds)[number];

/** Words that stand in a new block until the author types over them. */
export interface SnippetWords {
  readonly title: string;
  readonly text: string;
  readonly steps: string;
  readonly alt: string;
}

export interface Snippet {
  readonly kind: SnippetKind;
  readonly text: string;
  /** What is selected in it, to be typed over. */
  readonly from: number;
  readonly to: number;
}

/** A new piece of a module with an id that the text does not use yet. `name` is the question or the picture it shows. */
export function snippet(kind: SnippetKind, text: string, words: SnippetWords, name = ''): Snippet {
  const id = freshId(text, kind === 'key-message' ? 'k' : kind);
  const selecting = (whole: string, part: string): Snippet => {
    const from = whole.indexOf(part);
    return { kind, text: whole, from, to: from + part.length };
  };
  switch (kind) {
    case 'section':
      return selecting(`## ${words.title} {#${id} minutes=10}\n\n${words.text}\n`, words.title);
    case 'activity':
      return selecting(`:::activity{#${id} title="${words.title}" minutes=10}\n${words.steps}\n:::\n`, words.title);
    case 'case':
      return selecting(`:::case{#${id} title="${words.title}"}\n${words.text}\n:::\n`, words.title);
    case 'everyone':
    case 'key-message':
    case 'trainer':
      return selecting(`:::${kind}{#${id}}\n${words.text}\n:::\n`, words.text);
    case 'question':
      return selecting(`::question{id=${name}}\n`, name);
    case 'picture':
      return selecting(`![${words.alt}](images/${name})\n`, words.alt);
  }
}

/** `activity`, or `activity-2` where that is taken, and so on. */
export function freshId(text: string, stem: string): string {
  const taken = new Set([...text.matchAll(/\{#([a-z][a-z0-9-]*)/g)].map((found) => found[1]));
  if (!taken.has(stem)) return stem;
  let n = 2;
  while (taken.has(`${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}

/**
 * Where a new piece goes that was asked for at a line: a section before the next one, a block behind the block the line lies in,
 * or else behind its paragraph; never into the front matter or before the first section. Returns a count of lines.
 */
export function placeFor(lines: readonly string[], line: number, kind: SnippetKind): number {
  const isHeading = (one: string) => /^##\s/.test(one);
  const first = lines.findIndex(isHeading);
  if (first < 0) return lines.length;
  let at = Math.min(Math.max(line, first + 1), lines.length);
  if (kind === 'section') {
    const next = lines.findIndex((one, n) => n >= at && isHeading(one));
    return next < 0 ? lines.length : next;
  }
  const opening = lines.slice(0, at).findLastIndex((one) => /^:::[a-z-]/.test(one));
  const closing = lines.findIndex((one, n) => n > opening && /^:::\s*$/.test(one));
  if (opening >= 0 && closing >= 0 && closing >= at - 1) return closing + 1;
  while (at < lines.length && lines[at - 1]!.trim() !== '' && lines[at]!.trim() !== '') at++;
  return at;
}
