import type { BlockKind } from './curriculum.js';

interface BlockForm {
  /** Attribute → whether it must be there. Every block has an id. */
  readonly attributes: Readonly<Record<string, boolean>>;
  readonly trainerOnly: boolean;
}

const variant = { only: false, skip: false };

/** The blocks of the format: what each takes and who sees it. */
export const blockForms: Readonly<Record<BlockKind, BlockForm>> = {
  everyone: { attributes: { id: true, title: false, ...variant }, trainerOnly: false },
  trainer: { attributes: { id: true, title: false, minutes: false, ...variant }, trainerOnly: true },
  activity: { attributes: { id: true, title: true, minutes: false, ...variant }, trainerOnly: false },
  case: { attributes: { id: true, title: true, minutes: false, ...variant }, trainerOnly: false },
  'key-message': { attributes: { id: true, ...variant }, trainerOnly: false },
};

export function isBlockKind(name: string): name is BlockKind {
  return Object.hasOwn(blockForms, name);
}

export const slugForm = /^[a-z][a-z0-9-]{0,39}$/;

/** Minutes as an author writes them: a whole number from 1 to 480, else null. */
export function minutesOf(text: string): number | null {
  const value = Number(text);
  return /^\d{1,3}$/.test(text) && value >= 1 && value <= 480 ? value : null;
}
