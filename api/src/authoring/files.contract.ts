import { z } from 'zod';
import { Author, ModulePage } from '../curricula/index.js';
import { Instant, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { Fault } from './drafts.contract.js';

/** At most 512 kB as UTF-8, and nothing that no database keeps. */
const most = 512 * 1024;
export const TypedText = z
  .string()
  .max(most)
  .refine((text) => Buffer.byteLength(text) <= most, 'at most 512 kB')
  .refine((text) => !text.includes('\u0000'), 'without the character U+0000')
  .refine((text) => text.isWellFormed(), 'text that can be written as UTF-8');
export const Path = z.string().min(1).max(200);
export const Revision = z.int().min(0);

export const FileQuery = z.object({ path: Path });
export const RevisionParam = z.object({ id: Uuid, revision: z.coerce.number().int().min(1) });

export const FileText = z
  .object({
    path: z.string(),
    text: z.string(),
    revision: z.int(),
    hash: z.string(),
    changedBy: Author.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'DraftFileText' });

export const FileInput = z.object({
  path: Path,
  text: TypedText,
  /** The revision that was edited; null for a file that is new. */
  revision: Revision.nullable(),
  why: OptionalLine(300),
});
export type FileInput = z.output<typeof FileInput>;

/** What was written. `text` is what now stands in the file, for an editor that did not type it itself. */
export const FileSaved = z
  .object({ path: z.string(), revision: z.int(), hash: z.string(), changedAt: Instant, text: z.string().nullable() })
  .meta({ id: 'DraftFileSaved' });

export const FileRemoval = z.object({ path: Path, revision: z.coerce.number().int().min(0), why: OptionalLine(300) });
export const FileRestoring = z.object({ path: Path, revision: z.int().min(1), why: OptionalLine(300) });

export const MediaParam = z.object({ id: Uuid, hash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal') });
export const MediaQuery = z.object({
  /** The folder of the module that the picture belongs to. */
  module: z.string().min(1).max(60),
  /** The name inside `images`; left out, the name of the uploaded file made safe. */
  name: z.string().max(80).optional(),
});

export const HistoryQuery = PageQuery.extend({ path: Path.optional() });
export const HistoryEntry = z
  .object({
    path: z.string(),
    revision: z.int(),
    kind: z.enum(['text', 'picture', 'removed']),
    bytes: z.int(),
    by: Author.nullable(),
    at: Instant,
    why: z.string().nullable(),
  })
  .meta({ id: 'DraftChange' });
export const HistoryPage = PageOf(HistoryEntry).meta({ id: 'DraftHistory' });
export const HistoryState = HistoryEntry.extend({
  /** Null for a picture and where the file was removed. */
  text: z.string().nullable(),
}).meta({ id: 'DraftChangeState' });

/** Level by level and not by recursion, which deep input would run out of stack with. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 12) return false;
    level = level.flatMap((entry) => (entry !== null && typeof entry === 'object' ? Object.values(entry) : []));
  }
  return true;
}

/** A question as its author writes it: whatever is wrong with it is said by the check, and it is kept all the same. */
export const WrittenQuestion = z
  .looseObject({ id: z.string().min(1).max(60), type: z.string().max(40) })
  .refine((question) => isShallow(question), { message: 'lists and groups at most twelve deep', abort: true })
  .refine((question) => JSON.stringify(question).length <= 64 * 1024, 'at most 64 kB')
  .refine((question) => !/\\u(?:0000|d[89a-f])/.test(JSON.stringify(question)), 'text that can be written as UTF-8');
export type WrittenQuestion = z.output<typeof WrittenQuestion>;

export const QuestionsList = z
  .object({
    path: z.string(),
    /** Null when there is no such file yet: the first question makes it. */
    revision: z.int().nullable(),
    questions: z.array(z.record(z.string(), z.unknown())),
    /** About this file, with its lines. */
    faults: z.array(Fault),
  })
  .meta({ id: 'DraftQuestions' });

export const QuestionInput = z.object({
  path: Path,
  question: WrittenQuestion,
  revision: Revision.nullable(),
  /** The id it had before, when it is renamed. */
  was: z.string().max(60).optional(),
  /** Where it goes, counted from 0; left out, it keeps its place or goes to the end. */
  position: z.int().min(0).optional(),
});
export type QuestionInput = z.output<typeof QuestionInput>;
export const QuestionRemoval = z.object({
  path: Path,
  question: z.string().min(1).max(60),
  revision: z.coerce.number().int().min(0),
});
export const QuestionOrder = z.object({ path: Path, ids: z.array(z.string().max(60)).max(1000), revision: Revision });

export const PreviewInput = z.object({
  path: Path,
  /** What is in the editor and not saved; left out, what is saved. */
  text: TypedText.optional(),
  locale: z.enum(['lo', 'en']).default('lo'),
  audience: z.enum(['participant', 'trainer']).default('participant'),
});
export type PreviewInput = z.output<typeof PreviewInput>;
export const Preview = z
  .object({
    /** Null when the module cannot be read at all; the faults say why. */
    page: ModulePage.nullable(),
    /** Where the pictures of the page are: this, and the hash. In the HTML of the page it stands already. */
    mediaBase: z.string(),
    faults: z.array(Fault),
  })
  .meta({ id: 'ModulePreview' });
