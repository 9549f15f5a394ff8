import type {
  Audience,
  Block,
  BlockKind,
  Localised,
  Locale,
  Module,
  Part,
  Question,
  Section,
  TextState,
} from './curriculum.js';
import { blockForms } from './block-kinds.rules.js';
import { renderHtml, type Typesetting } from './html.rules.js';
import { paired, type Pair } from './pairing.rules.js';
import { isTranslated } from './questions.rules.js';

/** One module as a reader sees it: one language, one audience. This is what is stored at publishing and sent as it is. */
export interface ModulePage {
  readonly code: string;
  readonly title: string;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly minutes: number;
  /** The state of the text in this language; null when the module is not translated at all. */
  readonly state: TextState | null;
  readonly objectives: readonly { readonly id: string; readonly text: string; readonly lang: Locale }[];
  /** For trainers only, else null. */
  readonly guide: { readonly methods: readonly string[]; readonly materials: readonly string[] } | null;
  readonly sections: readonly PageSection[];
  readonly sources: readonly { readonly id: string; readonly number: number; readonly text: string }[];
}

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
  readonly minutes: number;
  readonly blocks: readonly PageBlock[];
}

interface InLanguage {
  readonly id: string;
  readonly lang: Locale;
  /** True where the reader's language is missing and English stands in its place. */
  readonly fallback: boolean;
}

export type PageBlock =
  | (InLanguage & {
      readonly kind: 'text' | BlockKind;
      readonly title: string | null;
      readonly minutes: number | null;
      readonly html: string;
    })
  | (InLanguage & { readonly kind: 'question'; readonly question: PracticeQuestion });

/** A practice question with its key, in one language. */
export interface PracticeQuestion {
  readonly id: string;
  readonly type: Question['type'];
  readonly objective: string;
  readonly points: number;
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly correct: boolean }[] | null;
  readonly scoring: 'exact' | 'partial' | null;
  readonly answer: boolean | { readonly value: number; readonly tolerance: number } | null;
  readonly rationale: string;
}

/** `questions` are the module's, with the option ids they are published with. */
export function modulePage(
  module: Module,
  questions: readonly Question[],
  locale: Locale,
  audience: Audience,
  english: TextState,
): ModulePage {
  const numbers = new Map(module.sources.map(({ id }, index) => [id, index + 1]));
  const lao = locale === 'lo' ? module.lao : null;
  const laoSections = new Map(lao?.prose.sections.map((section) => [section.id, section]));
  const practice = new Map(
    questions.filter(({ use }) => use === 'practice').map((question) => [question.id, question]),
  );
  const setting = { sources: numbers, images: module.images };
  return {
    code: module.code,
    title: lao?.title ?? module.title,
    locale,
    audience,
    minutes: module.minutes,
    state: locale === 'en' ? english : (lao?.state ?? null),
    objectives: module.objectives.map(({ id, text }) => {
      const translated = lao?.objectives.find((objective) => objective.id === id)?.text ?? null;
      return { id, text: translated ?? text, lang: translated === null ? 'en' : 'lo' };
    }),
    guide: audience === 'trainer' ? { methods: module.methods, materials: module.materials } : null,
    sections: module.prose.sections.map((section) => {
      const translated = laoSections.get(section.id) ?? null;
      return {
        id: section.id,
        title: translated?.title ?? section.title,
        lang: translated === null ? 'en' : 'lo',
        minutes: section.minutes ?? 0,
        blocks: pageBlocks(section, paired(section, translated), locale, audience, practice, setting),
      };
    }),
    sources: module.sources.map(({ id, text }, index) => ({ id, number: index + 1, text })),
  };
}

function pageBlocks(
  section: Section,
  pairs: readonly Pair[],
  locale: Locale,
  audience: Audience,
  practice: ReadonlyMap<string, Question>,
  setting: Omit<Typesetting, 'lang'>,
): PageBlock[] {
  const textIds = new Map<string, number>();
  let visible = section.id;
  return pairs.flatMap(({ part, lao, covered }): PageBlock[] => {
    if (isForTrainers(part)) {
      if (audience === 'participant') return [];
    } else if (part.kind !== 'text') visible = part.id;
    if (part.kind === 'question') {
      const question = practice.get(part.id);
      return question === undefined ? [] : [questionBlock(question, locale)];
    }
    const id = part.kind === 'text' ? textId(visible, textIds) : part.id;
    if (locale === 'lo' && covered) return [];
    const translated = locale === 'lo' && lao !== null && lao.kind === part.kind ? (lao as typeof part) : null;
    const shown = translated ?? part;
    const lang: Locale = translated === null ? 'en' : 'lo';
    return [
      {
        kind: part.kind,
        id,
        lang,
        fallback: lang !== locale,
        title: titleOf(shown) ?? titleOf(part),
        minutes: part.kind === 'text' ? null : part.minutes,
        html: renderHtml(shown.nodes, { ...setting, lang }),
      },
    ];
  });
}

/** What a page for participants is made without, down to the ids. */
function isForTrainers(part: Part): boolean {
  return part.kind !== 'text' && part.kind !== 'question' && blockForms[part.kind].trainerOnly;
}

/** Text is named after the block before it that everyone sees, alike on both pages: `why.text`, then `why.text-2`. */
function textId(visible: string, given: Map<string, number>): string {
  const count = (given.get(visible) ?? 0) + 1;
  given.set(visible, count);
  return count === 1 ? `${visible}.text` : `${visible}.text-${count}`;
}

function titleOf(part: Block | Exclude<Part, { kind: 'question' }>): string | null {
  return part.kind === 'text' ? null : part.title;
}

function questionBlock(question: Question, locale: Locale): PageBlock {
  const lang: Locale = isTranslated(question, locale) ? locale : 'en';
  const say = (text: Localised) => text[lang] ?? text.en;
  return {
    kind: 'question',
    id: question.id,
    lang,
    fallback: lang !== locale,
    question: {
      id: question.id,
      type: question.type,
      objective: question.objective,
      points: question.points,
      prompt: say(question.prompt),
      options:
        'options' in question
          ? question.options.map(({ id, text, correct }) => ({ id, text: say(text), correct }))
          : null,
      scoring: question.type === 'multiple' ? question.scoring : null,
      answer: 'answer' in question ? question.answer : null,
      rationale: say(question.rationale),
    },
  };
}
