import { z } from 'zod';
import { Instant, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { Author } from './author.contract.js';
import { PictureFacts, PracticeQuestion } from './practice.contract.js';

export const CurriculaQuery = PageQuery;
export const CodeParam = z.object({ code: z.string().min(1).max(40) });
export const VersionParam = z.object({ id: Uuid });
export const ModuleParam = z.object({ id: Uuid, code: z.string().min(1).max(20) });
export const ModuleQuery = z.object({
  locale: z.enum(['lo', 'en']).default('lo'),
  /** Left out: the trainer's page for whoever may see it, else the participant's. */
  audience: z.enum(['participant', 'trainer']).optional(),
});

const Text = z.object({ en: z.string(), lo: z.string().nullable() });
/** How many texts of the translation are up to date, older than the English, never compared with it, or not there. */
const Freshness = z
  .object({
    lo: z.object({ current: z.int(), stale: z.int(), unrecorded: z.int(), missing: z.int() }).nullable(),
  })
  .meta({ id: 'Freshness' });
const Lang = z.enum(['lo', 'en']);
const TextState = z.enum(['draft', 'complete', 'reviewed', 'approved']);

export const CurriculumItem = z
  .object({
    id: Uuid,
    code: z.string(),
    title: Text,
    series: z.string(),
    /** How far the text of the newest version is; Lao is null where there is none. */
    languages: z.object({ en: TextState, lo: TextState.nullable() }),
    /** Of the newest version, as recorded at publishing; null for one from before it was. */
    freshness: Freshness.nullable(),
    /** Of the newest version. */
    modules: z.int(),
    /** Newest first. */
    versions: z.array(
      z.object({ id: Uuid, version: z.string(), contentHash: z.string(), days: z.int(), publishedAt: Instant }),
    ),
  })
  .meta({ id: 'Curriculum' });
/** A version as the history of its curriculum tells of it. */
export const PastVersion = z
  .object({
    id: Uuid,
    version: z.string(),
    contentHash: z.string(),
    publishedAt: Instant,
    /** Made from the files on the server, at its start or by command: then nobody is named. */
    fromFiles: z.boolean(),
    publishedBy: Author.nullable(),
    why: z.string().nullable(),
    /** What it changed in the version before, as recorded when it was published; null where that version kept nothing to compare with. */
    change: z.enum(['first', 'none', 'wording', 'teaching', 'assessment', 'structure']).nullable(),
  })
  .meta({ id: 'PastVersion' });
export const VersionHistory = PageOf(PastVersion).meta({ id: 'VersionHistory' });

export const CurriculaPage = PageOf(CurriculumItem).meta({ id: 'CurriculaPage' });

export const VersionDetail = z
  .object({
    id: Uuid,
    curriculumId: Uuid,
    code: z.string(),
    version: z.string(),
    contentHash: z.string(),
    title: Text,
    summary: Text,
    series: z.string(),
    days: z.int(),
    minutes: z.int(),
    publishedAt: Instant,
    languages: z.object({ en: TextState, lo: TextState.nullable() }),
    /** As recorded at publishing; null for a version from before it was. */
    freshness: Freshness.nullable(),
    /** The kinds of class that are taught otherwise, with the minutes of the modules that then take longer or shorter. */
    variants: z.array(z.object({ id: z.string(), title: Text, minutes: z.record(z.string(), z.int()) })),
    rules: z.object({ attendancePercent: z.int(), passPercent: z.int() }),
    modules: z.array(
      z.object({
        code: z.string(),
        minutes: z.int(),
        title: Text,
        objectives: z.array(z.object({ id: z.string(), text: Text })),
        /** The state of the Lao text; null when there is none. */
        laoState: TextState.nullable(),
      }),
    ),
    tests: z.array(
      z.object({
        code: z.string(),
        purpose: z.enum(['pre-test', 'post-test']),
        title: Text,
        minutes: z.int(),
        passPercent: z.int(),
        questionCount: z.int(),
      }),
    ),
  })
  .meta({ id: 'CurriculumVersion' });

const inLanguage = { id: z.string(), lang: Lang, fallback: z.boolean(), stale: z.boolean() };
/** The variant of class that a part is only for, or left out in. */
const forVariant = { only: z.string().nullable(), skip: z.string().nullable() };
const PageBlock = z
  .discriminatedUnion('kind', [
    z.object({
      ...inLanguage,
      ...forVariant,
      kind: z.enum(['text', 'everyone', 'trainer', 'activity', 'case', 'key-message']),
      title: z.string().nullable(),
      minutes: z.int().nullable(),
      html: z.string(),
    }),
    z.object({ ...inLanguage, kind: z.literal('question'), question: PracticeQuestion }),
  ])
  .meta({ id: 'PageBlock' });

/** What is stored at publishing; `page.rules.ts` makes it and a spec holds the two together. */
export const ModulePage = z
  .object({
    code: z.string(),
    title: z.string(),
    locale: Lang,
    audience: z.enum(['participant', 'trainer']),
    minutes: z.int(),
    state: TextState.nullable(),
    /** Whether some text of the page is older than the English that it was made from. */
    stale: z.boolean(),
    objectives: z.array(z.object({ id: z.string(), text: z.string(), lang: Lang })),
    guide: z
      .object({
        methods: z.array(z.string()),
        materials: z.array(z.string()),
        methodsLang: Lang,
        materialsLang: Lang,
      })
      .nullable(),
    /** The pictures of the page, fetched apart from it. */
    media: z.array(PictureFacts),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        lang: Lang,
        minutes: z.int(),
        ...forVariant,
        blocks: z.array(PageBlock),
      }),
    ),
    sources: z.array(z.object({ id: z.string(), number: z.int(), text: z.string() })),
  })
  .meta({ id: 'ModulePage' });
