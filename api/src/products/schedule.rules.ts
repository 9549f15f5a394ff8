import { agendaMinutes, type Curriculum } from '../format/index.js';
import { moduleMinutes } from './edition.rules.js';

/** A place in the timetable of a class; minutes of a Vientiane day. A module may take several, with a part number each. */
export interface PlanSlot {
  readonly date: string;
  readonly startsMinute: number;
  readonly minutes: number;
  readonly kind: 'opening' | 'module' | 'test' | 'break' | 'lunch' | 'closing';
  readonly moduleCode: string | null;
  readonly testCode: string | null;
  readonly titleEn: string;
  readonly titleLo: string | null;
  readonly part: number;
}

export type AgendaPiece = Pick<PlanSlot, 'minutes' | 'titleEn' | 'titleLo'> & {
  readonly kind: Exclude<PlanSlot['kind'], 'lunch'>;
  readonly code: string | null;
};

/** The agenda of the version with the minutes of the variant, ready to be laid over days. */
export function agendaPieces(curriculum: Curriculum, variant: string | null): AgendaPiece[] {
  const modules = curriculum.modules.map((module) => ({ ...module, minutes: moduleMinutes(module, variant) }));
  return curriculum.agenda.map((item): AgendaPiece => {
    const minutes = agendaMinutes(item, { modules, tests: curriculum.tests });
    if (item.kind === 'module') {
      const module = curriculum.modules.find(({ code }) => code === item.module)!;
      return { kind: 'module', code: module.code, minutes, titleEn: module.title, titleLo: module.lao?.title ?? null };
    }
    if (item.kind === 'test') {
      const { code, title } = curriculum.tests.find((test) => test.code === item.test)!;
      return { kind: 'test', code, minutes, titleEn: title.en, titleLo: title.lo };
    }
    return { kind: item.kind, code: null, minutes, titleEn: item.title.en, titleLo: item.title.lo };
  });
}

/** 510 is 08:30. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/**
 * What of a module falls into each of its slots: sections in order, cut where a break or the night comes between. `startsAt` is the
 * minute of the day.
 */
export function sectionsInSlots<Section extends { readonly minutes: number }>(
  sections: readonly Section[],
  slots: readonly Pick<PlanSlot, 'startsMinute' | 'minutes'>[],
): { section: Section; startsAt: number; minutes: number; goesOn: boolean }[][] {
  let section = 0;
  let done = 0;
  return slots.map(({ startsMinute, minutes }) => {
    const parts: { section: Section; startsAt: number; minutes: number; goesOn: boolean }[] = [];
    let used = 0;
    while (section < sections.length && used < minutes) {
      const current = sections[section]!;
      const taken = Math.min(current.minutes - done, minutes - used);
      if (taken > 0) parts.push({ section: current, startsAt: startsMinute + used, minutes: taken, goesOn: done > 0 });
      used += taken;
      done += taken;
      if (done >= current.minutes) {
        section += 1;
        done = 0;
      }
    }
    return parts;
  });
}
