import { z } from 'zod';
import { Instant, Uuid } from '../http/contract.js';
import { changeCodes, printed } from '../format/index.js';

const Text = z.object({ en: z.string(), lo: z.string().nullable() });
const Lang = z.enum(['lo', 'en']);
export const ChangeClass = z.enum(['wording', 'teaching', 'assessment', 'structure']);

const Piece = z.object({ op: z.enum(['same', 'added', 'removed']), text: z.string() }).meta({ id: 'DiffPiece' });
const Fact = z
  .object({
    code: z.enum(changeCodes as [string, ...string[]]),
    /** The question, section, file or picture it is about; empty when it is about the whole. */
    about: z.string(),
    class: ChangeClass,
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: 'ChangeFact' });

const state = z.enum(['added', 'removed', 'changed']);

/** What changed between two states of a curriculum; `compare.rules.ts` of the format makes it. */
export const comparisonFields = {
  /** The heaviest change of all. */
  class: z.enum(['none', 'wording', 'teaching', 'assessment', 'structure']),
  facts: z.array(Fact),
  modules: z.array(
    z.object({
      code: z.string(),
      title: Text,
      state,
      class: ChangeClass,
      facts: z.array(Fact),
      units: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['title', 'objective', 'list', 'section', 'block', 'text', 'question']),
          trainerOnly: z.boolean(),
          state,
          class: ChangeClass,
          fields: z.array(z.object({ name: z.string(), locale: Lang, pieces: z.array(Piece) })),
        }),
      ),
    }),
  ),
  reprint: z.array(z.object({ product: z.enum(printed), locale: Lang })),
  /** Questions to which the same answer may earn other points. */
  marks: z.array(z.string()),
};

const Side = z.object({ id: Uuid, version: z.string(), contentHash: z.string(), publishedAt: Instant });
export const ComparisonQuery = z.object({ with: Uuid });
export const VersionComparison = z
  .object({ from: Side, to: Side, ...comparisonFields })
  .meta({ id: 'VersionComparison' });
