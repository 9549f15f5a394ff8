import type { Outline } from '../curricula/index.js';
import type { AgendaEntry } from './timetable.rules.js';

type AgendaFacts = Pick<Outline, 'agenda' | 'modules' | 'tests' | 'variants'>;

/**
 * The agenda with the titles and codes that sessions carry, and the minutes of a kind of class. One that the version does not know is
 * taught as usual: it is that of an older version, of which a module may stay.
 */
export function agendaOf({ agenda, modules, tests, variants }: AgendaFacts, variant: string | null): AgendaEntry[] {
  const others = variants.find(({ id }) => id === variant)?.minutes ?? {};
  return agenda.map((item): AgendaEntry => {
    const { kind } = item;
    const code = kind === 'module' ? item.module : kind === 'test' ? item.test : null;
    const title =
      kind === 'module' || kind === 'test'
        ? [...modules, ...tests].find((one) => one.code === code)?.title
        : item.title;
    const minutes = (kind === 'module' ? others[item.module] : undefined) ?? item.minutes;
    return { kind, code, minutes, titleEn: title?.en ?? code ?? kind, titleLo: title?.lo ?? null };
  });
}
