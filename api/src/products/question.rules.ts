import type { Flow, List, ListItem, Marker } from '../document/flow.js';
import {
  isTranslated,
  type Locale,
  type Localised,
  type Module,
  mrzFaultLabels,
  mrzTask,
  type Picture,
  type Question,
  type QuestionPart,
  sealed,
} from '../format/index.js';
import { inEach } from './edition.rules.js';
import type { Mark } from './marks.rules.js';
import { productWords, type ProductWords } from './product.words.js';

/** How a question is printed: in which languages, with which pictures. */
export interface Printing {
  readonly locales: readonly [Locale, ...Locale[]];
  readonly images: ReadonlyMap<string, Picture>;
}

export type Plain = Exclude<Question, { type: 'case' | 'mrz' | 'hotspot' }> | QuestionPart;

/**
 * The question in the order in which it is printed: neither options nor choices stand as their author wrote them, which is
 * often the right one first. The same on every paper of a form, so that one key serves all copies.
 */
export function laidOut(question: Question, form: string): Question {
  const closed = sealed(question, `paper ${form}`);
  if (closed.type === 'case') return { ...closed, parts: closed.parts.map(mixed) };
  return closed.type === 'single' || closed.type === 'multiple' ? mixed(closed) : closed;
}

function mixed<Each extends Plain>(question: Each): Each {
  if (question.type !== 'single' && question.type !== 'multiple') return question;
  return { ...question, options: byId(question.options) };
}

export function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The languages of those wanted in which the question can be read whole; English when there is none. */
export function languagesOf(question: Question, locales: Printing['locales']): Printing['locales'] {
  const [first, ...rest] = locales.filter((locale) => isTranslated(question, locale));
  return first === undefined ? ['en'] : [first, ...rest];
}

/** Whether the Lao of a question is missing, or older than its English, where it is printed for readers of Lao. */
export function questionMark(
  question: Question,
  { stale }: Pick<Module, 'stale'>,
  [locale]: Printing['locales'],
): Mark | null {
  if (locale === 'en') return null;
  if (!isTranslated(question, 'lo')) return 'fallback';
  return stale.includes(`question:${question.id}`) ? 'stale' : null;
}

/** The question with room for its answer, and without a word of its key. */
export function questionFlow(given: Question, printing: Printing): Flow[] {
  const to = { ...printing, locales: languagesOf(given, printing.locales) };
  const prompt = inEach(given.prompt, to);
  switch (given.type) {
    case 'case':
      return [
        ...prompt,
        {
          kind: 'list',
          lang: to.locales[0],
          items: given.parts.map((part) => ({
            marker: 'letter',
            flow: [...inEach(part.prompt, to), ...answerRoom(part, to)],
          })),
        },
      ];
    case 'mrz': {
      const task = mrzTask(given.mrz);
      const shown: Flow = { kind: 'code', text: task.shown, size: 12.5 };
      return [...prompt, shown, ...(task.ask === 'digit' ? [field((words) => words.digit, to)] : mrzFault(to))];
    }
    case 'hotspot':
      return [
        ...prompt,
        ...instruction((words) => (given.choose === 'one' ? words.spot : words.spots), to),
        ...pictureOf(given, to, []),
      ];
    default:
      return [...prompt, ...answerRoom(given, to)];
  }
}

function answerRoom(question: Plain, to: Printing): Flow[] {
  switch (question.type) {
    case 'single':
      return [...instruction((words) => words.chooseOne, to), options(question.options, to, () => 'ring')];
    case 'multiple':
      return [...instruction((words) => words.chooseSeveral, to), options(question.options, to, () => 'box')];
    case 'true-false':
      return [trueFalse(to, () => 'ring')];
    case 'number':
      return [field((words) => words.answer, to)];
    case 'matching':
      return [...instruction((words) => words.match, to), matchingTable(question, to)];
    case 'ordering':
      return [...instruction((words) => words.order, to), options(byId(question.steps), to, () => 'box')];
    case 'short-answer':
      return [...instruction((words) => words.name(question.need), to), { kind: 'lines', count: question.need }];
  }
}

export function options(
  entries: readonly { readonly text: Localised; readonly correct?: boolean }[],
  to: Printing,
  marker: (correct: boolean) => Marker,
): List {
  const items = entries.map((entry): ListItem => ({
    marker: marker(entry.correct === true),
    flow: inEach(entry.text, to),
  }));
  return { kind: 'list', lang: to.locales[0], items };
}

export function trueFalse(to: Printing, marker: (value: boolean) => Marker): List {
  const items = [true, false].map((value): ListItem => ({
    marker: marker(value),
    flow: [
      { kind: 'paragraph', text: [{ text: said((words) => (value ? words.yes : words.no), to) }], lang: to.locales[0] },
    ],
  }));
  return { kind: 'list', lang: to.locales[0], items };
}

/** Lines to be matched at the left, lettered choices at the right. */
function matchingTable(question: Extract<Plain, { type: 'matching' }>, to: Printing): Flow {
  const choices = byId(question.choices);
  const [lang] = to.locales;
  const cell = (marker: Marker, entry: { readonly text: Localised } | undefined, start: number): Flow[] =>
    entry === undefined ? [] : [{ kind: 'list', lang, start, items: [{ marker, flow: inEach(entry.text, to) }] }];
  return {
    kind: 'table',
    lang,
    plain: true,
    columns: [{}, {}],
    head: [],
    rows: Array.from({ length: Math.max(question.rows.length, choices.length) }, (_, index) => ({
      cells: [cell('box', question.rows[index], 1), cell('letter', choices[index], index + 1)],
    })),
  };
}

function mrzFault(to: Printing): Flow[] {
  const labels = to.locales.map((locale) => mrzFaultLabels(locale));
  const items = labels[0]!.map(({ text }, index): ListItem => {
    const other = labels[1]?.[index]?.text;
    const words = other === undefined ? text : `${text} · ${other}`;
    return { marker: 'ring', flow: [{ kind: 'paragraph', text: [{ text: words }], lang: to.locales[0] }] };
  });
  return [...instruction((words) => words.fault, to), { kind: 'list', lang: to.locales[0], items }];
}

export function pictureOf(
  question: Extract<Question, { type: 'hotspot' }>,
  to: Printing,
  places: NonNullable<Extract<Flow, { kind: 'picture' }>['places']>,
): Flow[] {
  const [lang] = to.locales;
  const alt = question.alt[lang] ?? question.alt.en;
  const picture = to.images.get(question.image);
  return picture === undefined
    ? [{ kind: 'paragraph', text: [{ text: alt, quiet: true }], lang }]
    : [{ kind: 'picture', picture, alt, lang, places }];
}

export function said(word: (words: ProductWords) => string, { locales }: Pick<Printing, 'locales'>): string {
  return [...new Set(locales.map((locale) => word(productWords[locale])))].join(' · ');
}

function instruction(word: (words: ProductWords) => string, to: Printing): Flow[] {
  return [{ kind: 'paragraph', text: [{ text: said(word, to) }], lang: to.locales[0], look: 'quiet' }];
}

function field(word: (words: ProductWords) => string, to: Printing): Flow {
  return { kind: 'fields', labels: [said(word, to)], lang: to.locales[0] };
}
