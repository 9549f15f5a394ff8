import { z } from 'zod';
import { Author, comparisonFields } from '../curricula/index.js';
import { mostModules } from '../format/index.js';
import { Both, Instant, Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';

const Title = z.object({ en: z.string(), lo: z.string().nullable() });
export const draftStates = ['open', 'published', 'discarded'] as const;
export const draftActions = ['edit', 'publish', 'discard'] as const;

export const DraftsQuery = PageQuery.extend({
  state: z.enum(draftStates).optional(),
  curriculum: z.string().max(60).optional(),
});
export type DraftsQuery = z.output<typeof DraftsQuery>;

const draft = {
  id: Uuid,
  /** As curriculum.yaml of the draft says; the last that could be read. */
  curriculumCode: z.string(),
  title: Title,
  state: z.enum(draftStates),
  /** The published version it was begun from; null for a new curriculum or an import of an unknown one. */
  base: z.object({ id: Uuid, version: z.string() }).nullable(),
  /** Counts every change; what `changed` answers are compared by. */
  revision: z.int(),
  openedBy: Author.nullable(),
  openedAt: Instant,
  changedBy: Author.nullable(),
  changedAt: Instant,
  closedBy: Author.nullable(),
  closedAt: Instant.nullable(),
  publishedVersionId: Uuid.nullable(),
  /** The last attempt to publish it; while it is queued nothing can be changed. See `publications/{id}`. */
  publication: z
    .object({
      id: Uuid,
      version: z.string(),
      state: z.enum(['queued', 'published', 'refused', 'cancelled', 'failed']),
      refusal: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
    })
    .nullable(),
  allowed: z.array(z.enum(draftActions)),
};

export const DraftItem = z.object(draft).meta({ id: 'Draft' });
export const DraftsPage = PageOf(DraftItem).meta({ id: 'DraftsPage' });

export const DraftFile = z
  .object({
    path: z.string(),
    kind: z.enum(['text', 'picture']),
    /** The media type of a picture, else null. */
    type: z.string().nullable(),
    revision: z.int(),
    bytes: z.int(),
    /** SHA-256 of the content, in hexadecimal. */
    hash: z.string(),
    changedBy: Author.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'DraftFile' });

export const DraftDetail = z
  .object({
    ...draft,
    files: z.array(DraftFile),
    /** In teaching order, then what curriculum.yaml does not list. */
    modules: z.array(
      z.object({
        folder: z.string(),
        code: z.string().nullable(),
        title: Title.nullable(),
        listed: z.boolean(),
      }),
    ),
    /** Who else changed something in the last ten minutes, newest first. */
    others: z.array(z.object({ by: Author, path: z.string(), at: Instant })),
  })
  .meta({ id: 'DraftDetail' });

const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter');
const moduleCode = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, 'capital letters and digits, such as M02');

export const DraftInput = z.discriminatedUnion('from', [
  z.object({ from: z.literal('version'), versionId: Uuid }),
  z.object({
    from: z.literal('new'),
    code,
    titleEn: Line(200),
    titleLo: OptionalLine(200),
    series: z.string().regex(/^[A-Z]{2,6}$/, 'two to six capital letters, such as FND'),
    days: z.int().min(1).max(30).default(1),
  }),
]);
export type DraftInput = z.output<typeof DraftInput>;
export type NewCurriculum = Extract<DraftInput, { from: 'new' }>;

/** With which version: the one it was begun from, or the newest. */
export const DraftComparisonQuery = z.object({ with: z.enum(['base', 'newest']).default('newest') });

export const DraftDiscard = z.object({ why: OptionalLine(500) });
export const DraftPublication = z.object({
  version: Line(60),
  why: Line(500),
});
export type DraftPublication = z.output<typeof DraftPublication>;
/** Watched at `publications/{id}/progress`. */
export const DraftPublished = z.object({ publicationId: Uuid }).meta({ id: 'DraftPublished' });

export const Fault = z
  .object({
    severity: z.enum(['error', 'warning', 'note']),
    code: z.string(),
    file: z.string(),
    line: z.int(),
    column: z.int(),
    sentence: Both,
    hint: Both.nullable(),
    /** What the program that reads such files said itself, always in English, where that says more than the sentence. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'CurriculumFault' });

/** What the draft would change in the version it is compared with; null when there is none yet. */
export const DraftComparison = z
  .object({
    with: z.object({ id: Uuid, version: z.string() }).nullable(),
    /** The least number that says enough about the change. */
    proposed: z.string(),
    comparison: z.object(comparisonFields).nullable(),
    /** Modules and lists of the draft that cannot be read before they are corrected: they were left out, and may hold more changes. */
    unread: z.array(z.string()),
  })
  .meta({ id: 'DraftComparison' });

export const DraftCheck = z
  .object({
    /** What was checked: the draft's revision. */
    revision: z.int(),
    /** True when it could be published. */
    passes: z.boolean(),
    counts: z.object({ errors: z.int(), warnings: z.int(), notes: z.int() }),
    /** In reading order; the gravest 500, the rest is counted. */
    faults: z.array(Fault),
  })
  .meta({ id: 'DraftCheck' });

export const ModuleInput = z.object({
  code: moduleCode,
  folder: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens'),
  titleEn: Line(200),
  titleLo: OptionalLine(200),
});
export type ModuleInput = z.output<typeof ModuleInput>;
export const ModuleOrder = z.object({ folders: z.array(z.string().max(60)).min(1).max(mostModules) });
export const ModuleQuery = z.object({ folder: z.string().min(1).max(60) });
