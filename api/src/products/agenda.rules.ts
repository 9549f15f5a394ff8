import type { Cell, DocumentModel, Flow, TableRow } from '../document/flow.js';
import type { Locale } from '../format/index.js';
import { longDay, longDays } from '../typeset/days.rules.js';
import { type Edition, inEach, shell, wordCell, worded } from './edition.rules.js';
import { listMark, materialsOf } from './guide.rules.js';
import { sectionsOf } from './lesson.rules.js';
import { type Mark, markOf, signed } from './marks.rules.js';
import { productWords } from './product.words.js';
import { clockTime, type PlanSlot, sectionsInSlots } from './schedule.rules.js';

/** A class on its days. `place` and `name` are those of a cohort, when it is made for one. */
export interface Occasion {
  readonly slots: readonly PlanSlot[];
  readonly name: string | null;
  readonly place: string | null;
}

/** The days of the course for everybody's wall: what is when. */
export function agenda(edition: Edition, occasion: Occasion): DocumentModel {
  const flow = byDay(occasion.slots).flatMap(([date, slots], index): Flow[] => [
    dayHeading(edition, index + 1, date),
    {
      kind: 'table',
      lang: edition.locales[0],
      columns: [{ width: 92 }, {}, { width: 64, align: 'right' }],
      head: [
        wordCell(({ time }) => time, edition),
        wordCell(({ what }) => what, edition),
        wordCell(({ length }) => length, edition),
      ],
      rows: slots.map((slot) => ({
        cells: [time(slot.startsMinute, slot.minutes), topic(slot, edition), figure(slot.minutes)],
        ...pause(slot),
      })),
    },
  ]);
  return shell(edition, { kind: 'agenda', size: 11, flow: [...head('agenda', edition, occasion), ...flow] });
}

/** The trainer's plan of each day: the sections of every module on the clock, with activities, materials and room for notes. */
export function plan(edition: Edition, occasion: Occasion): DocumentModel {
  const parts = partsOf(edition, occasion.slots);
  const flow = byDay(occasion.slots).flatMap(([date, slots], index): Flow[] => [
    dayHeading(edition, index + 1, date),
    {
      kind: 'table',
      lang: edition.locales[0],
      columns: [{ width: 80 }, {}, { width: 52, align: 'right' }, { width: 128 }],
      head: [
        wordCell(({ time: word }) => word, edition),
        wordCell(({ what }) => what, edition),
        wordCell(({ length }) => length, edition),
        wordCell(({ notes }) => notes, edition),
      ],
      rows: slots.flatMap((slot): TableRow[] => [
        {
          cells: [
            time(slot.startsMinute, slot.minutes),
            topic(slot, edition).map(strong),
            figure(slot.minutes),
            slot.part === 1 ? materialsCell(slot, edition) : [],
          ],
          ...pause(slot),
        },
        ...(parts.get(slot) ?? []),
      ]),
    },
  ]);
  return shell(edition, {
    kind: 'plan',
    size: 10,
    trainersOnly: true,
    flow: [...head('plan', edition, occasion), ...flow],
  });
}

function head(kind: 'agenda' | 'plan', edition: Edition, { slots, name, place }: Occasion): Flow[] {
  const { curriculum, locales } = edition;
  const [locale] = locales;
  const days = slots.map(({ date }) => date).sort();
  const dates = days.length === 0 ? '' : locales.map((each) => longDays(days[0]!, days.at(-1)!, each)).join(' · ');
  const lines = [dates, name, place].filter((line): line is string => line !== null && line !== '');
  return [
    {
      kind: 'heading',
      level: 1,
      above: worded(({ kinds }) => kinds[kind], edition),
      text: [{ text: curriculum.title[locale] ?? curriculum.title.en }],
      lang: locale,
    },
    ...(locales.length > 1
      ? [{ kind: 'paragraph', text: [{ text: curriculum.title.en }], lang: 'en', look: 'quiet' } as const]
      : []),
    ...lines.map((text): Flow => ({ kind: 'paragraph', text: [{ text }], lang: locale })),
  ];
}

function dayHeading({ locales }: Edition, number: number, date: string): Flow {
  const text = locales.map((locale) => productWords[locale].day(number, longDay(date, locale))).join(' · ');
  return { kind: 'heading', level: 2, text: [{ text }], lang: locales[0] };
}

function byDay(slots: readonly PlanSlot[]): [string, PlanSlot[]][] {
  const days = Map.groupBy(slots, ({ date }) => date);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows for the sections of each slot of a module. */
function partsOf(edition: Edition, slots: readonly PlanSlot[]): Map<PlanSlot, TableRow[]> {
  const { curriculum, locales, variant } = edition;
  const rows = new Map<PlanSlot, TableRow[]>();
  for (const module of curriculum.modules) {
    const own = slots.filter(({ moduleCode }) => moduleCode === module.code);
    const lessons = locales.map((locale) => sectionsOf({ module, locale, audience: 'trainer', variant }));
    const placed = sectionsInSlots(
      lessons[0]!.map((section, index) => ({ ...section, index })),
      own,
    );
    own.forEach((slot, index) =>
      rows.set(
        slot,
        placed[index]!.map(({ section, startsAt, minutes, goesOn }) => ({
          cells: [
            [{ kind: 'paragraph', text: [{ text: clockTime(startsAt) }], lang: 'en', look: 'quiet' }],
            sectionCell(
              edition,
              lessons.map((lesson) => lesson[section.index]!),
              goesOn,
            ),
            figure(minutes),
            [],
          ],
        })),
      ),
    );
  }
  return rows;
}

function sectionCell(
  edition: Edition,
  sections: readonly ReturnType<typeof sectionsOf>[number][],
  goesOn: boolean,
): Cell {
  const [first, second] = sections;
  const words = productWords[edition.locales[0]];
  const activities = first!.pieces.flatMap(({ part }) => (part.kind === 'activity' ? (part.title ?? []) : []));
  const more = goesOn ? ` (${words.goesOn})` : '';
  return [
    { kind: 'paragraph', text: signed([{ text: `${first!.title}${more}` }], first!.mark), lang: first!.lang },
    ...(second === undefined || second.title === first!.title
      ? []
      : [{ kind: 'paragraph', text: [{ text: second.title }], lang: 'en', look: 'quiet' } as const]),
    ...(activities.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: [{ text: `${words.activity}: ${activities.join(' · ')}` }],
            lang: first!.lang,
            look: 'quiet',
          } as const,
        ]),
  ];
}

function topic(slot: PlanSlot, edition: Edition): Cell {
  const words = productWords[edition.locales[0]];
  const code = slot.moduleCode === null ? '' : `${slot.moduleCode}  `;
  const more = slot.part > 1 ? ` (${words.goesOn})` : '';
  return inEach({ en: slot.titleEn, lo: slot.titleLo }, edition).map((each, index) =>
    each.kind === 'paragraph' && index === 0
      ? {
          ...each,
          text: signed([{ text: code, strong: true }, ...each.text, { text: more }], topicMark(slot, edition)),
        }
      : each,
  );
}

/** A module may have had its title translated or changed since the timetable was made; what is printed is the timetable's. */
function topicMark({ moduleCode, titleLo }: PlanSlot, { curriculum, locales: [locale] }: Edition): Mark | null {
  if (locale === 'en') return null;
  if (titleLo === null) return 'fallback';
  const module = curriculum.modules.find(({ code }) => code === moduleCode);
  return module === undefined ? null : markOf(module, 'title', locale, 'lo');
}

function materialsCell(slot: PlanSlot, { curriculum, locales }: Edition): Cell {
  const module = curriculum.modules.find(({ code }) => code === slot.moduleCode);
  const materials = module === undefined ? [] : materialsOf(module, locales[0]);
  if (materials.length === 0) return [];
  const lang: Locale = module!.lao?.materials && locales[0] === 'lo' ? 'lo' : 'en';
  const text = signed([{ text: materials.join(' · ') }], listMark(module!, 'materials', locales[0]));
  return [{ kind: 'paragraph', text, lang, look: 'quiet' }];
}

function strong(flow: Flow): Flow {
  return flow.kind === 'paragraph' && flow.look === undefined ? { ...flow, look: 'strong' } : flow;
}

function pause({ kind }: PlanSlot): Pick<TableRow, 'look'> {
  return kind === 'break' || kind === 'lunch' ? { look: 'pause' } : {};
}

function time(from: number, minutes: number): Cell {
  return [{ kind: 'paragraph', text: [{ text: `${clockTime(from)}–${clockTime(from + minutes)}` }], lang: 'en' }];
}

function figure(minutes: number): Cell {
  return [{ kind: 'paragraph', text: [{ text: String(minutes) }], lang: 'en' }];
}
