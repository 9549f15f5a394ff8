import { z } from 'zod';
import { importNotes, leftReasons } from '../format/index.js';
import { FileSaved, Path, Revision } from '../authoring/index.js';

const Format = z.enum(['gift', 'moodle']);
const Lang = z.enum(['lo', 'en']);
const Left = z.object({ name: z.string(), reason: z.enum(leftReasons) });

export const QuestionExportQuery = z.object({ path: Path, format: Format, locale: Lang.default('en') });
/** Questions of a module as a file of another program; `left` are those that it cannot hold. */
export const QuestionExport = z
  .object({ name: z.string(), type: z.string(), text: z.string(), count: z.int(), left: z.array(Left) })
  .meta({ id: 'QuestionExport' });

export const QuestionImportInput = z.object({
  path: Path,
  format: Format,
  text: z.string().max(500_000),
  locale: Lang.default('en'),
  /** For entries whose file does not say it. */
  objective: z.string().min(1).max(20),
  level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate']).default('understand'),
  use: z.enum(['practice', 'graded']).default('graded'),
  /** Null where the module has no file of questions yet: the import makes it. */
  revision: Revision.nullable(),
  /** Without it nothing is written: the answer says what would be. */
  confirm: z.boolean().default(false),
});
export type QuestionImportInput = z.output<typeof QuestionImportInput>;

export const QuestionImport = z
  .object({
    questions: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        prompt: z.string(),
        verdict: z.enum(['new', 'replaces', 'translates', 'differs']),
        notes: z.array(z.enum(importNotes)),
      }),
    ),
    left: z.array(Left),
    /** What was written; null before it is confirmed. */
    saved: FileSaved.nullable(),
  })
  .meta({ id: 'QuestionImport' });
