import { type PaperPart, type PaperQuestion as Asked, type Question, withoutKey } from '../format/index.js';
import type { PaperItem, PaperQuestion } from './paper.rules.js';

/** The question without its key, everything that is chosen from in the order of this person's paper. */
export function shown(question: Question, placed: PaperQuestion): Asked {
  const asked = withoutKey(question);
  if (asked.type === 'case') {
    const places = new Map(placed.parts?.map((part) => [part.id, part]));
    return { ...asked, parts: asked.parts.map((part) => inOrder(part, places.get(part.id))) };
  }
  return asked.type === 'mrz' || asked.type === 'hotspot' ? asked : inOrder(asked, placed);
}

function inOrder(asked: PaperPart, placed: PaperItem | undefined): PaperPart {
  const { options = null, rows = null } = placed ?? {};
  switch (asked.type) {
    case 'single':
      return { ...asked, options: ordered(asked.options, options) };
    case 'multiple':
      return { ...asked, options: ordered(asked.options, options) };
    case 'matching':
      return { ...asked, choices: ordered(asked.choices, options), rows: ordered(asked.rows, rows) };
    case 'ordering':
      return { ...asked, steps: ordered(asked.steps, options) };
    default:
      return asked;
  }
}

function ordered<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  order: readonly string[] | null,
): Entry[] {
  if (order === null) return [...entries];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
