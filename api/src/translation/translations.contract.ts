import { z } from 'zod';
import { Author } from '../curricula/index.js';
import { Instant, Line } from '../http/contract.js';
import { TypedText } from '../authoring/index.js';

export const unitStates = ['current', 'stale', 'unrecorded', 'missing'] as const;
const State = z.enum(unitStates);
const Unit = z.string().min(1).max(80);
const Folder = z.string().min(1).max(60);

export const TranslationsQuery = z.object({
  locale: z.literal('lo').default('lo'),
  /** The folder of a module: with it the units are listed, without it they are counted. */
  module: Folder.optional(),
});
export const UnitQuery = z.object({ module: Folder, unit: Unit });

const Counts = z.object({ current: z.int(), stale: z.int(), unrecorded: z.int(), missing: z.int() });
const kinds = ['title', 'objective', 'list', 'section', 'block', 'text', 'question'] as const;

export const TranslationList = z
  .object({
    revision: z.int(),
    counts: Counts,
    modules: z.array(
      z.object({
        folder: z.string(),
        code: z.string().nullable(),
        title: z.object({ en: z.string(), lo: z.string().nullable() }).nullable(),
        /** Why the units cannot be told: the English file is broken. Then there are none. */
        unreadable: z.boolean(),
        counts: Counts,
        units: z
          .array(
            z.object({
              unit: z.string(),
              kind: z.enum(kinds),
              trainerOnly: z.boolean(),
              /** The first words of the English. */
              label: z.string(),
              state: State,
            }),
          )
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'TranslationList' });

const Piece = z.object({ op: z.enum(['same', 'added', 'removed']), text: z.string() }).meta({ id: 'DiffPiece' });

export const TranslationUnit = z
  .object({
    module: z.string(),
    unit: z.string(),
    kind: z.enum(kinds),
    trainerOnly: z.boolean(),
    state: State,
    /** The file that the Lao is written to, and the revision to send back; null when there is no such file yet. */
    path: z.string(),
    revision: z.int().nullable(),
    /** The texts of the unit: a block has a title and a text, a question one for each thing it says. */
    fields: z.array(
      z.object({
        name: z.string(),
        /** True where the text is Markdown. */
        markdown: z.boolean(),
        /** The English that the Lao was made from; null when that is not known, or when it is the present one. */
        oldSource: z.string().nullable(),
        newSource: z.string(),
        /** From old source to new; null when there is no old one. */
        diff: z.array(Piece).nullable(),
        translation: z.string().nullable(),
      }),
    ),
    /** Set when an author said that the change of the English does not change the meaning. */
    kept: z.object({ why: z.string() }).nullable(),
    changedBy: Author.nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'TranslationUnit' });

export const UnitInput = z.object({
  module: Folder,
  unit: Unit,
  /** Field name → Lao text; an empty text takes the translation away. */
  texts: z.record(z.string().max(80), TypedText),
  revision: z.int().min(0).nullable(),
});
export type UnitInput = z.output<typeof UnitInput>;
export const UnitKeeping = z.object({ module: Folder, unit: Unit, why: Line(300) });
export type UnitKeeping = z.output<typeof UnitKeeping>;
/** Says of Lao text typed elsewhere that it was made from the present English. */
export const UnitRecording = z.object({ module: Folder, unit: Unit.optional() });
export type UnitRecording = z.output<typeof UnitRecording>;
export const TranslationRecorded = z
  .object({ recorded: z.int(), revision: z.int() })
  .meta({ id: 'TranslationRecorded' });
