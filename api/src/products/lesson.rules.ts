import type { BoxFlow, Flow, Lang, Tone } from '../document/flow.js';
import {
  type Audience,
  isTaught,
  type Locale,
  type Module,
  type Pair,
  type Part,
  paired,
  unitId,
} from '../format/index.js';
import { type Mark, markOf, noteFlow } from './marks.rules.js';
import { productWords } from './product.words.js';
import { proseFlow, type References } from './prose.rules.js';

/** A module in one language for one audience. */
export interface Lesson {
  readonly module: Module;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly variant: string | null;
}

export interface LessonSection {
  readonly id: string;
  readonly title: string;
  readonly lang: Lang;
  readonly mark: Mark | null;
  readonly minutes: number;
  readonly pieces: readonly LessonPiece[];
}

/** A part of a section in the language it is printed in. */
export interface LessonPiece {
  readonly part: Part;
  /** What it is made from; a translation may leave out title and minutes. */
  readonly english: Part;
  readonly lang: Lang;
  readonly mark: Mark | null;
  /** Set when the part is the place of a practice question. */
  readonly questionId: string | null;
}

export function titleOf({ module, locale }: Pick<Lesson, 'module' | 'locale'>): {
  text: string;
  lang: Lang;
  mark: Mark | null;
} {
  const lao = locale === 'lo' ? (module.lao?.title ?? null) : null;
  const lang = lao === null ? 'en' : 'lo';
  return { text: lao ?? module.title, lang, mark: markOf(module, 'title', locale, lang) };
}

/** The objectives in the language they are printed in. */
export function objectivesOf({ module, locale }: Pick<Lesson, 'module' | 'locale'>) {
  const lao = new Map(locale === 'lo' ? module.lao?.objectives.map(({ id, text }) => [id, text]) : []);
  return module.objectives.map(({ id, text }) => {
    const own = lao.get(id);
    const lang: Lang = own === undefined ? 'en' : 'lo';
    return { text: own ?? text, lang, mark: markOf(module, `objective:${id}`, locale, lang) };
  });
}

export function referencesOf(module: Module): References {
  return { images: module.images, sources: new Map(module.sources.map(({ id }, index) => [id, index + 1])) };
}

/** The sections that are taught in the variant, with what the audience may see of each. Trainer's text is never in a participant's. */
export function sectionsOf({ module, locale, audience, variant }: Lesson): LessonSection[] {
  const lao = new Map(locale === 'lo' ? module.lao?.prose.sections.map((section) => [section.id, section]) : []);
  return module.prose.sections
    .filter((section) => isTaught(section, variant))
    .map((section) => {
      const translated = lao.get(section.id) ?? null;
      const lang = translated === null ? 'en' : 'lo';
      return {
        id: section.id,
        title: translated?.title ?? section.title,
        lang,
        mark: markOf(module, `section:${section.id}`, locale, lang),
        minutes: section.minutes ?? 0,
        pieces: piecesOf(paired(section, translated), { module, locale, audience, variant }),
      };
    });
}

function piecesOf(pairs: readonly Pair[], { module, locale, audience, variant }: Lesson): LessonPiece[] {
  return pairs.flatMap(({ part, anchor, lao, covered }): LessonPiece[] => {
    if (part.kind === 'trainer' && audience === 'participant') return [];
    if (part.kind === 'question') return [{ part, english: part, lang: locale, mark: null, questionId: part.id }];
    if (part.kind !== 'text' && !isTaught(part, variant)) return [];
    if (locale === 'lo' && covered) return [];
    const translated = locale === 'lo' && lao !== null && lao.kind === part.kind ? lao : null;
    const lang: Lang = translated === null ? 'en' : 'lo';
    const mark = markOf(module, unitId(part, anchor), locale, lang);
    return [{ part: translated ?? part, english: part, lang, mark, questionId: null }];
  });
}

const toneOf: Readonly<Record<Exclude<Part['kind'], 'text' | 'question'>, Tone>> = {
  everyone: 'note',
  trainer: 'trainer',
  activity: 'activity',
  case: 'case',
  'key-message': 'key',
};

/** A piece as it is printed. */
export function pieceFlow({ part, english, lang, mark }: LessonPiece, locale: Locale, references: References): Flow[] {
  const words = productWords[locale];
  const note = noteFlow(mark, locale);
  if (part.kind === 'question') return [];
  const flow = proseFlow(part.nodes, lang, references);
  if (part.kind === 'text') return [...note, ...flow];
  const label = {
    everyone: '',
    trainer: words.trainer,
    activity: words.activity,
    case: words.case,
    'key-message': words.key,
  }[part.kind];
  const title = part.title ?? ('title' in english ? english.title : null);
  const minutes = 'minutes' in english ? english.minutes : null;
  const box: BoxFlow = {
    kind: 'box',
    tone: toneOf[part.kind],
    lang,
    label,
    title: title === null ? null : [{ text: title }],
    aside: minutes === null ? null : words.minutes(minutes),
    flow: [...note, ...flow],
  };
  return [box];
}
