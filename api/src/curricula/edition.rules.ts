import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import {
  type Audience,
  type Curriculum,
  type Locale,
  type Localised,
  type Module,
  type Question,
  type Test,
  type TextState,
  modulePage,
  sealed,
  type Source,
} from '../format/index.js';
import { type Freshness, freshness } from './freshness.rules.js';
import { type TimedVariant, timedVariants } from './variant-minutes.rules.js';

/** What publishing stores beside the content itself: what readers are sent and what tests draw from. */
export interface Edition {
  readonly outline: EditionOutline;
  readonly modules: readonly EditionModule[];
  readonly pages: readonly EditionPage[];
  readonly questions: readonly EditionQuestion[];
  readonly tests: readonly Test[];
}

/** The small part of a version that is read far more often than the whole. */
export interface EditionOutline extends Pick<Curriculum, 'summary' | 'languages' | 'agenda' | 'rules'> {
  /** Module code → state of its Lao text, null when there is none. */
  readonly laoStates: Readonly<Record<string, TextState | null>>;
  /** Missing in what was published before it was counted. */
  readonly freshness?: Freshness;
  readonly variants: readonly TimedVariant[];
}

export interface EditionModule {
  readonly code: string;
  readonly position: number;
  readonly minutes: number;
  readonly title: Localised;
  readonly objectives: readonly { readonly id: string; readonly text: Localised }[];
}

export interface EditionPage {
  readonly moduleCode: string;
  readonly locale: Locale;
  readonly audience: Audience;
  /** The JSON text of a `ModulePage`, sent as it is. */
  readonly body: string;
  readonly hash: string;
  /** What the page costs on the wire. */
  readonly compressedBytes: number;
}

export interface EditionQuestion {
  readonly moduleCode: string;
  readonly position: number;
  readonly question: Question;
}

/** `salt` is the server's secret for option ids; everything else comes from the curriculum alone, and from the `source` it was read from. */
export function edition(curriculum: Curriculum, salt: string, source: Pick<Source, 'texts'>): Edition {
  const banks = curriculum.modules.map((module) => ({
    module,
    questions: module.questions.map((question) => sealed(question, salt, module.images)),
  }));
  const { summary, languages, agenda, rules, modules } = curriculum;
  return {
    outline: {
      summary,
      languages,
      agenda,
      rules,
      laoStates: Object.fromEntries(modules.map(({ code, lao }) => [code, lao?.state ?? null])),
      freshness: freshness(curriculum, source),
      variants: timedVariants(curriculum),
    },
    modules: modules.map(toEditionModule),
    pages: banks.flatMap(({ module, questions }) => pages(module, questions, curriculum)),
    questions: banks.flatMap(({ module, questions }) =>
      questions.map((question, position) => ({ moduleCode: module.code, position, question })),
    ),
    tests: curriculum.tests,
  };
}

function toEditionModule({ code, minutes, title, objectives, lao }: Module, position: number): EditionModule {
  const laoTexts = new Map(lao?.objectives.map(({ id, text }) => [id, text]));
  return {
    code,
    position,
    minutes,
    title: { en: title, lo: lao?.title ?? null },
    objectives: objectives.map(({ id, text }) => ({ id, text: { en: text, lo: laoTexts.get(id) ?? null } })),
  };
}

function pages(module: Module, questions: readonly Question[], { languages }: Curriculum): EditionPage[] {
  return (['lo', 'en'] as const).flatMap((locale) =>
    (['participant', 'trainer'] as const).map((audience) => {
      const body = JSON.stringify(modulePage(module, questions, locale, audience, languages.en.state));
      return {
        moduleCode: module.code,
        locale,
        audience,
        body,
        hash: createHash('sha256').update(body).digest('hex'),
        compressedBytes: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length,
      };
    }),
  );
}
