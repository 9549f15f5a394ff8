import type { Cell, DocumentModel, Flow, TableRow } from '../document/flow.js';
import { agendaMinutes, type Locale, type Module } from '../format/index.js';
import { answerFlow } from './answer.rules.js';
import { type Edition, moduleMinutes, shell, spoken } from './edition.rules.js';
import { contentsPage, practiceNumbers } from './handbook.rules.js';
import { type Lesson, type LessonSection, pieceFlow, referencesOf, sectionsOf, titleOf } from './lesson.rules.js';
import { type Mark, markOf, noteFlow, signed } from './marks.rules.js';
import { openerFlow, sourcesFlow } from './opener.rules.js';
import { productWords } from './product.words.js';
import { questionFlow, questionMark } from './question.rules.js';

/**
 * The trainer's book: what participants read, and in its place what only the trainer reads, told apart by label, bar and ground.
 * The questions of tests are not in it: they have papers of their own, which can be locked away.
 */
export function guide(edition: Edition): DocumentModel {
  const { curriculum, locales, variant } = edition;
  const flow = locales.flatMap((locale) => [
    ...glance(edition, locale),
    ...curriculum.modules.flatMap((module) => lessonFlow({ module, locale, audience: 'trainer', variant })),
  ]);
  return shell(edition, {
    kind: 'guide',
    size: 10.5,
    book: true,
    trainersOnly: true,
    flow: [...contentsPage(locales[0]), ...flow],
  });
}

/** The whole course on a page. */
function glance({ curriculum, variant }: Edition, locale: Locale): Flow[] {
  const words = productWords[locale];
  const modules = curriculum.modules.map((module) => ({ ...module, minutes: moduleMinutes(module, variant) }));
  const rows = curriculum.agenda.map((item): TableRow => {
    const minutes = agendaMinutes(item, { modules, tests: curriculum.tests });
    const module = item.kind === 'module' ? curriculum.modules.find(({ code }) => code === item.module) : undefined;
    const test = item.kind === 'test' ? curriculum.tests.find(({ code }) => code === item.test) : undefined;
    const title =
      module !== undefined
        ? titleOf({ module, locale })
        : spokenMarked(test?.title ?? ('title' in item ? item.title : { en: '', lo: null }), locale);
    const cells = [
      cell(module?.code ?? '', 'en'),
      cell(title.text, title.lang, title.mark),
      cell(String(minutes), 'en'),
    ];
    return item.kind === 'break' ? { cells, look: 'pause' } : { cells };
  });
  const total = curriculum.agenda.reduce(
    (sum, item) => sum + agendaMinutes(item, { modules, tests: curriculum.tests }),
    0,
  );
  return [
    {
      kind: 'heading',
      level: 1,
      text: [{ text: words.glance }],
      lang: locale,
      listed: words.glance,
      running: words.glance,
    },
    { ...paragraphOf(curriculum.summary, locale), look: 'lead' },
    {
      kind: 'table',
      lang: locale,
      columns: [{ width: 46 }, {}, { width: 62, align: 'right' }],
      head: [cell('', locale), cell(words.what, locale), cell(words.length, locale)],
      rows: [...rows, { cells: [cell('', 'en'), cell(words.total, locale), cell(String(total), 'en')], look: 'sum' }],
    },
  ];
}

function paragraphOf(text: { en: string; lo: string | null }, locale: Locale) {
  const { text: words, lang, mark } = spokenMarked(text, locale);
  return { kind: 'paragraph' as const, text: signed([{ text: words }], mark), lang };
}

function spokenMarked(text: { en: string; lo: string | null }, locale: Locale) {
  const { fallback, ...said } = spoken(text, locale);
  const mark: Mark | null = fallback ? 'fallback' : null;
  return { ...said, mark };
}

function lessonFlow(lesson: Lesson): Flow[] {
  const { module, locale } = lesson;
  const words = productWords[locale];
  const references = referencesOf(module);
  const numbers = practiceNumbers(lesson);
  const sections = sectionsOf(lesson);
  return [
    ...openerFlow(lesson),
    preparation(lesson, sections),
    ...sections.flatMap(({ title, lang, mark, minutes, pieces }): Flow[] => [
      {
        kind: 'heading',
        level: 2,
        text: signed([{ text: title }], mark),
        lang,
        listed: title,
        ...(minutes > 0 && { aside: words.minutes(minutes) }),
      },
      ...pieces.flatMap((piece): Flow[] => {
        const found = numbers.get(piece.questionId ?? '');
        if (found === undefined) return pieceFlow(piece, locale, references);
        const printing = { locales: [locale] as const, images: module.images };
        return [
          {
            kind: 'box',
            tone: 'question',
            lang: locale,
            label: `${words.question} ${found.number}`,
            title: null,
            aside: found.question.objective,
            flow: [
              ...noteFlow(questionMark(found.question, module, [locale]), locale),
              ...questionFlow(found.question, printing),
            ],
          },
          {
            kind: 'box',
            tone: 'trainer',
            lang: locale,
            label: words.answer,
            title: null,
            aside: null,
            flow: answerFlow(found.question, printing, false),
          },
        ];
      }),
    ]),
    ...sourcesFlow(lesson),
  ];
}

/** Before the class: methods, materials, and how the minutes fall. */
function preparation({ module, locale }: Lesson, sections: readonly LessonSection[]): Flow {
  const words = productWords[locale];
  let at = 0;
  const rows = sections.map(({ title, lang, minutes }): TableRow => {
    const from = at;
    at += minutes;
    return { cells: [cell(`${from}–${at}`, 'en'), cell(title, lang), cell(String(minutes), 'en')] };
  });
  return {
    kind: 'box',
    tone: 'trainer',
    lang: locale,
    label: words.sections,
    title: null,
    aside: words.minutes(at),
    flow: [
      {
        kind: 'table',
        lang: locale,
        columns: [{ width: 62 }, {}, { width: 62, align: 'right' }],
        head: [cell(words.time, locale), cell(words.section, locale), cell(words.length, locale)],
        rows,
      },
      ...listed(words.methods, methodsOf(module, locale), locale, listMark(module, 'methods', locale)),
      ...listed(words.materials, materialsOf(module, locale), locale, listMark(module, 'materials', locale)),
    ],
  };
}

export function methodsOf(module: Module, locale: Locale): readonly string[] {
  return (locale === 'lo' ? module.lao?.methods : null) ?? module.methods;
}

export function materialsOf(module: Module, locale: Locale): readonly string[] {
  return (locale === 'lo' ? module.lao?.materials : null) ?? module.materials;
}

/** The mark of methods or materials, which are translated as one. */
export function listMark(module: Module, list: 'methods' | 'materials', locale: Locale): Mark | null {
  return markOf(module, list, locale, locale === 'lo' && module.lao?.[list] ? 'lo' : 'en');
}

function listed(word: string, entries: readonly string[], locale: Locale, mark: Mark | null): Flow[] {
  if (entries.length === 0) return [];
  const text = signed([{ text: `${word}: `, strong: true }, { text: entries.join(' · ') }], mark);
  return [{ kind: 'paragraph', lang: locale, text }];
}

export function cell(text: string, lang: Locale, mark: Mark | null = null): Cell {
  return [{ kind: 'paragraph', text: signed([{ text }], mark), lang }];
}
