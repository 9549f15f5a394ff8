import type { components } from '#lib/api/schema.js';

export type Comparison = NonNullable<components['schemas']['DraftComparison']['comparison']>;
export type ModuleChange = Comparison['modules'][number];
export type UnitChange = ModuleChange['units'][number];
export type ChangeFact = components['schemas']['ChangeFact'];
export type ChangeClass = ChangeFact['class'];

export const classes = ['wording', 'teaching', 'assessment', 'structure'] as const;

/** Printed things with the languages in which they are no longer true. */
export function reprints({
  reprint,
}: Pick<Comparison, 'reprint'>): { product: Comparison['reprint'][number]['product']; locales: ('lo' | 'en')[] }[] {
  const byProduct = Map.groupBy(reprint, ({ product }) => product);
  return [...byProduct].map(([product, list]) => ({
    product,
    locales: [...new Set(list.map(({ locale }) => locale))],
  }));
}

/** The name of a text of a unit without the ids in it: `options.a` is an option, `parts.element.prompt` a prompt. */
export function kindOfField(name: string): string {
  const parts = name.split('.');
  return parts[0] === 'parts' ? (parts[2] ?? 'prompt') : (parts[0] ?? name);
}
