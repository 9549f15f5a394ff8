import type { DocumentModel, Flow } from '../document/flow.js';
import type { Locale, Module, Question } from '../format/index.js';
import { answerFlow } from './answer.rules.js';
import { type Edition, shell } from './edition.rules.js';
import { type Lesson, pieceFlow, referencesOf, sectionsOf, titleOf } from './lesson.rules.js';
import { noteFlow, signed } from './marks.rules.js';
import { openerFlow, sourcesFlow } from './opener.rules.js';
import { productWords } from './product.words.js';
import { laidOut, questionFlow, questionMark } from './question.rules.js';

/**
 * The book that a participant takes home: all that is for everyone, the practice questions where they stand, and their
 * answers at the back. In both languages it is one book after the other between the same covers, because whoever reads one
 * does not want to look for it between lines of the other.
 */
export function handbook(edition: Edition): DocumentModel {
  const { curriculum, locales, variant } = edition;
  const contents: Flow[] = contentsPage(locales[0]);
  const flow = locales.flatMap((locale) => {
    const lessons = curriculum.modules.map((module): Lesson => ({ module, locale, audience: 'participant', variant }));
    return [...lessons.flatMap(lessonFlow), ...answersFlow(lessons, locale)];
  });
  return shell(edition, { kind: 'handbook', size: 11.5, book: true, owned: true, flow: [...contents, ...flow] });
}

export function contentsPage(locale: Locale): Flow[] {
  const words = productWords[locale];
  return [
    { kind: 'heading', level: 1, text: [{ text: words.contents }], lang: locale, running: '' },
    { kind: 'contents', depth: 2 },
  ];
}

function lessonFlow(lesson: Lesson): Flow[] {
  const { module, locale } = lesson;
  const words = productWords[locale];
  const references = referencesOf(module);
  const numbers = practiceNumbers(lesson);
  const sections = sectionsOf(lesson).flatMap(({ title, lang, mark, minutes, pieces }): Flow[] => [
    {
      kind: 'heading',
      level: 2,
      text: signed([{ text: title }], mark),
      lang,
      listed: title,
      ...(minutes > 0 && { aside: words.minutes(minutes) }),
    },
    ...pieces.flatMap((piece) => {
      const found = numbers.get(piece.questionId ?? '');
      return found === undefined
        ? pieceFlow(piece, locale, references)
        : [practiceBox(found.question, found.number, module, locale)];
    }),
  ]);
  return [...openerFlow(lesson), ...sections, ...sourcesFlow(lesson)];
}

/** The practice questions that stand in the text, numbered as they are met. */
export function practiceNumbers(lesson: Lesson): ReadonlyMap<string, { number: number; question: Question }> {
  const bank = new Map(
    lesson.module.questions.filter(({ use }) => use === 'practice').map((question) => [question.id, question]),
  );
  const placed = sectionsOf(lesson).flatMap(({ pieces }) => pieces.flatMap(({ questionId }) => questionId ?? []));
  const found = placed.flatMap((id) => bank.get(id) ?? []);
  return new Map(
    found.map((question, index) => [question.id, { number: index + 1, question: laidOut(question, 'book') }]),
  );
}

function practiceBox(question: Question, number: number, module: Module, locale: Locale): Flow {
  return {
    kind: 'box',
    tone: 'question',
    lang: locale,
    label: `${productWords[locale].question} ${number}`,
    title: null,
    aside: null,
    flow: [
      ...noteFlow(questionMark(question, module, [locale]), locale),
      ...questionFlow(question, { locales: [locale], images: module.images }),
    ],
  };
}

function answersFlow(lessons: readonly Lesson[], locale: Locale): Flow[] {
  const words = productWords[locale];
  const perModule = lessons.flatMap((lesson): Flow[] => {
    const { module } = lesson;
    const numbers = [...practiceNumbers(lesson).values()];
    if (numbers.length === 0) return [];
    const title = titleOf(lesson);
    return [
      { kind: 'heading', level: 3, text: [{ text: `${module.code}  ${title.text}` }], lang: title.lang },
      ...numbers.map(({ number, question }): Flow => ({
        kind: 'together',
        flow: [
          {
            kind: 'heading',
            level: 4,
            text: [{ text: `${words.question} ${number}` }],
            lang: locale,
          },
          ...answerFlow(question, { locales: [locale], images: module.images }, false),
        ],
      })),
    ];
  });
  if (perModule.length === 0) return [];
  return [
    {
      kind: 'heading',
      level: 1,
      text: [{ text: words.answers }],
      lang: locale,
      listed: words.answers,
      running: words.answers,
    },
    { kind: 'paragraph', text: [{ text: words.answersLead }], lang: locale, look: 'lead' },
    ...perModule,
  ];
}
