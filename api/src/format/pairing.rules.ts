import type { Part, Section, TextRun } from './curriculum.js';

/** A part of the English section and the Lao part that stands for it. */
export interface Pair {
  readonly part: Part;
  /** Where the part stands: its own id, or for text the id of what stands before it. */
  readonly anchor: string;
  /** Null when there is no Lao. */
  readonly lao: Part | null;
  /** The Lao text before already says it: the blocks that divide the English are missing in Lao. */
  readonly covered: boolean;
}

/**
 * Sets the parts of a Lao section beside those of the English one. Blocks meet by id. Text has no id: it meets by the block
 * before it, or, when that block is missing in Lao, by the nearest one before that exists there; so a trainer block that
 * nobody translated does not make the text after it fall back to English.
 */
export function paired(english: Section, lao: Section | null): Pair[] {
  const byId = new Map<string, Part>();
  const texts = new Map<string, TextRun>();
  let before = english.id;
  for (const part of lao?.parts ?? []) {
    if (part.kind === 'text') texts.set(before, part);
    else {
      byId.set(part.id, part);
      before = part.id;
    }
  }
  const used = new Set<TextRun>();
  let anchor = english.id;
  let laoAnchor = english.id;
  return english.parts.map((part) => {
    if (part.kind !== 'text') {
      anchor = part.id;
      const found = byId.get(part.id) ?? null;
      if (found !== null) laoAnchor = part.id;
      return { part, anchor, lao: isEmpty(found) ? null : found, covered: false };
    }
    const text = texts.get(laoAnchor) ?? null;
    const covered = text !== null && used.has(text);
    if (text !== null) used.add(text);
    return { part, anchor, lao: text, covered };
  });
}

function isEmpty(part: Part | null): boolean {
  return part !== null && 'nodes' in part && part.nodes.length === 0;
}

/** Lao text that no English text calls for. */
export function leftOver(lao: Section, pairs: readonly Pair[]): TextRun[] {
  const met = new Set(pairs.map((pair) => pair.lao));
  return lao.parts.filter((part): part is TextRun => part.kind === 'text' && !met.has(part));
}
