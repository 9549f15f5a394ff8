import type { BoxFlow, Flow, Lang, Tone } from '../document/flow.js';
import { type Audience, type Locale, type Module, type Pair, type Part, paired } from '../format/index.js';
import { isTaught } from './edition.rules.js';
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
  readonly minutes: number;
  readonly pieces: readonly LessonPiece[];
}

/** A part of a section in the language it is printed in. */
export interface LessonPiece {
  readonly part: Part;
  /** What it is made from; a translation may leave out title and minutes. */
  readonly english: Part;
  readonly lang: Lang;
  readonly fallback: boolean;
  /** Set when the part is the place of a practice question. */
  readonly questionId: string | null;
}

export function titleOf({ module, locale }: Pick<Lesson, 'module' | 'locale'>): { text: string; lang: Lang } {
  const lao = locale === 'lo' ? (module.lao?.title ?? null) : null;
  return lao === null ? { text: module.title, lang: 'en' } : { text: lao, lang: 'lo' };
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
      return {
        id: section.id,
        title: translated?.title ?? section.title,
        lang: translated === null ? 'en' : 'lo',
        minutes: section.minutes ?? 0,
        pieces: piecesOf(paired(section, translated), locale, audience, variant),
      };
    });
}

function piecesOf(pairs: readonly Pair[], locale: Locale, audience: Audience, variant: string | null): LessonPiece[] {
  return pairs.flatMap(({ part, lao, covered }): LessonPiece[] => {
    if (part.kind === 'trainer' && audience === 'participant') return [];
    if (part.kind === 'question') return [{ part, english: part, lang: locale, fallback: false, questionId: part.id }];
    if (part.kind !== 'text' && !isTaught(part, variant)) return [];
    if (locale === 'lo' && covered) return [];
    const translated = locale === 'lo' && lao !== null && lao.kind === part.kind ? lao : null;
    const lang: Lang = translated === null ? 'en' : 'lo';
    return [{ part: translated ?? part, english: part, lang, fallback: lang !== locale, questionId: null }];
  });
}

const toneOf: Readonly<Record<Exclude<Part['kind'], 'text' | 'question'>, Tone>> = {
  everyone: 'note',
  trainer: 'trainer',
  activity: 'activity',
  case: 'case',
  'key-message': 'key',
};

/** A piece as it is printed. Where the whole module is not translated, that is said once, not at every piece. */
export function pieceFlow(
  { part, english, lang, fallback }: LessonPiece,
  locale: Locale,
  references: References,
  wholeFallback: boolean,
): Flow[] {
  const words = productWords[locale];
  const note: Flow[] =
    fallback && !wholeFallback
      ? [{ kind: 'paragraph', text: [{ text: words.untranslated }], lang: locale, look: 'note' }]
      : [];
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
