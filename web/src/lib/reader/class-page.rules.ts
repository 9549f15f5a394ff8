import type { components } from '#lib/api/schema.js';

type Page = Pick<components['schemas']['ModulePage'], 'sections'>;

/** A section, or a block of one. */
interface Part {
  readonly id: string;
  /** The kind of class that it is only for, or left out in. */
  readonly only?: string | null;
  readonly skip?: string | null;
}

/**
 * The page of a module as a class of this kind has it; null is the usual one. A page is kept whole, with the parts of all kinds: what is
 * shown of it is decided here. A kind that is not known, as in what an older program kept, leaves it as it is.
 */
export function ofClass<Whole extends Page>(page: Whole, variant: string | null | undefined): Whole {
  if (variant === undefined) return page;
  const isTaught = ({ only, skip }: Part) => (!only || only === variant) && (!skip || skip !== variant);
  return {
    ...page,
    sections: page.sections
      .filter(isTaught)
      .map((section) => ({ ...section, blocks: section.blocks.filter(isTaught) })),
  };
}

/** The kinds of class that parts of a page are for, or left out in. */
export function kindsIn({ sections }: Page): string[] {
  const parts: readonly Part[] = sections.flatMap((section) => [section, ...section.blocks]);
  return [...new Set(parts.flatMap(({ only, skip }) => only ?? skip ?? []))].sort();
}
