import { type Curriculum, isTaught, type Variant } from '../format/index.js';

/** A kind of class that is taught otherwise, with the minutes that its modules take where they are not the usual ones. */
export interface TimedVariant extends Variant {
  /** Module code → minutes. */
  readonly minutes: Readonly<Record<string, number>>;
}

export function timedVariants({ variants, modules }: Pick<Curriculum, 'variants' | 'modules'>): TimedVariant[] {
  return variants.map(({ id, title }) => {
    const timed = modules.map(({ code, minutes, prose }) => {
      const taught = prose.sections.filter((section) => isTaught(section, id));
      return { code, usual: minutes, minutes: taught.reduce((sum, section) => sum + (section.minutes ?? 0), 0) };
    });
    const others = timed.filter(({ usual, minutes }) => usual !== minutes);
    return { id, title, minutes: Object.fromEntries(others.map(({ code, minutes }) => [code, minutes])) };
  });
}
