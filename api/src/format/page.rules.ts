import type {
  Audience,
  Block,
  BlockKind,
  ForVariant,
  Locale,
  Module,
  Part,
  Picture,
  PictureFacts,
  Question,
  Section,
  TextState,
} from './curriculum.js';
import { blockForms } from './block-kinds.rules.js';
import { renderHtml, type Typesetting } from './html.rules.js';
import { paired, type Pair } from './pairing.rules.js';
import { pictureFacts } from './picture.rules.js';
import { practiceQuestion, type PracticeQuestion } from './practice.rules.js';
import { unitId } from './units.rules.js';

/** One module as a reader sees it: one language, one audience. This is what is stored at publishing and sent as it is. */
export interface ModulePage {
  readonly code: string;
  readonly title: string;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly minutes: number;
  /** The state of the text in this language; null when the module is not translated at all. */
  readonly state: TextState | null;
  /** Whether some text of the page is older than the English that it was made from. */
  readonly stale: boolean;
  readonly objectives: readonly { readonly id: string; readonly text: string; readonly lang: Locale }[];
  /** For trainers only, else null. */
  readonly guide: {
    readonly methods: readonly string[];
    readonly materials: readonly string[];
    readonly methodsLang: Locale;
    readonly materialsLang: Locale;
  } | null;
  /** The pictures of the page, fetched apart from it. */
  readonly media: readonly PictureFacts[];
  readonly sections: readonly PageSection[];
  readonly sources: readonly { readonly id: string; readonly number: number; readonly text: string }[];
}

export interface PageSection extends ForVariant {
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
  /** True where the English changed after this was translated. */
  readonly stale: boolean;
}

export type PageBlock =
  | (InLanguage &
      ForVariant & {
        readonly kind: 'text' | BlockKind;
        readonly title: string | null;
        readonly minutes: number | null;
        readonly html: string;
      })
  | (InLanguage & { readonly kind: 'question'; readonly question: PracticeQuestion });

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
  const stale: ReadonlySet<string> = new Set(locale === 'lo' ? module.stale : []);
  const sections = module.prose.sections.map((section): PageSection => {
    const translated = laoSections.get(section.id) ?? null;
    return {
      id: section.id,
      title: translated?.title ?? section.title,
      lang: translated === null ? 'en' : 'lo',
      minutes: section.minutes ?? 0,
      only: section.only,
      skip: section.skip,
      blocks: pageBlocks(section, paired(section, translated), { locale, audience, practice, stale }, setting),
    };
  });
  return {
    code: module.code,
    title: lao?.title ?? module.title,
    locale,
    audience,
    minutes: module.minutes,
    state: locale === 'en' ? english : (lao?.state ?? null),
    stale: isStale(module, sections, audience, stale),
    objectives: module.objectives.map(({ id, text }) => {
      const translated = lao?.objectives.find((objective) => objective.id === id)?.text ?? null;
      return { id, text: translated ?? text, lang: translated === null ? 'en' : 'lo' };
    }),
    guide:
      audience === 'trainer'
        ? {
            methods: lao?.methods ?? module.methods,
            materials: lao?.materials ?? module.materials,
            methodsLang: lao?.methods ? 'lo' : 'en',
            materialsLang: lao?.materials ? 'lo' : 'en',
          }
        : null,
    media: mediaOf(sections, module.images),
    sections,
    sources: module.sources.map(({ id, text }, index) => ({ id, number: index + 1, text })),
  };
}

interface Reader {
  readonly locale: Locale;
  readonly audience: Audience;
  readonly practice: ReadonlyMap<string, Question>;
  /** Units whose Lao is older than its English. */
  readonly stale: ReadonlySet<string>;
}

function pageBlocks(
  section: Section,
  pairs: readonly Pair[],
  { locale, audience, practice, stale }: Reader,
  setting: Omit<Typesetting, 'lang'>,
): PageBlock[] {
  const textIds = new Map<string, number>();
  let visible = section.id;
  return pairs.flatMap(({ part, anchor, lao, covered }): PageBlock[] => {
    if (isForTrainers(part)) {
      if (audience === 'participant') return [];
    } else if (part.kind !== 'text') visible = part.id;
    if (part.kind === 'question') {
      const question = practice.get(part.id);
      return question === undefined ? [] : [questionBlock(question, locale, stale.has(unitId(part, anchor)))];
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
        stale: lang === 'lo' && stale.has(unitId(part, anchor)),
        title: titleOf(shown) ?? titleOf(part),
        minutes: part.kind === 'text' ? null : part.minutes,
        only: part.kind === 'text' ? null : part.only,
        skip: part.kind === 'text' ? null : part.skip,
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

function questionBlock(question: Question, locale: Locale, isOld: boolean): PageBlock {
  const practice = practiceQuestion(question, locale);
  return {
    kind: 'question',
    id: question.id,
    lang: practice.lang,
    fallback: practice.lang !== locale,
    stale: practice.lang === 'lo' && isOld,
    question: practice.question,
  };
}

/** Of what this audience sees only: a page for participants does not tell that a trainer's note is out of date. */
function isStale(
  { objectives }: Pick<Module, 'objectives'>,
  sections: readonly PageSection[],
  audience: Audience,
  stale: ReadonlySet<string>,
): boolean {
  const shown = ['title', ...(audience === 'trainer' ? ['methods', 'materials'] : [])];
  return (
    [...shown, ...objectives.map(({ id }) => `objective:${id}`)].some((id) => stale.has(id)) ||
    sections.some(({ id, blocks }) => stale.has(`section:${id}`) || blocks.some((block) => block.stale))
  );
}

/** Every picture that the blocks show, each once, in reading order. */
function mediaOf(sections: readonly PageSection[], images: ReadonlyMap<string, Picture>): PictureFacts[] {
  const shown = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'question')
        return [...block.html.matchAll(/src="\/api\/v1\/media\/([0-9a-f]{64})"/g)].map(([, hash]) => hash!);
      return block.question.type === 'hotspot' ? [block.question.picture?.hash ?? ''] : [];
    });
  const byHash = new Map([...images.values()].map((picture) => [picture.hash, pictureFacts(picture)]));
  return [...new Set(shown)].flatMap((hash) => byHash.get(hash) ?? []);
}
