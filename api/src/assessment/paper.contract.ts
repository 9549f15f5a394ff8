import { z } from 'zod';
import { PictureFacts } from '../curricula/index.js';
import { Words } from '../delivery/index.js';

/* Questions on a paper. Field by field: what is not named here, keys above all, is not sent. */

/** What a candidate types has at most 500 characters (answer.rules.ts); a right answer that names ten things may have more. */
const leaf = z.union([z.string().max(2_000), z.number(), z.boolean(), z.array(z.string().max(80)).max(20)]);
const byId = z.string().min(1).max(80);
const row = z.record(byId, z.string().max(80));

/**
 * An answer: an option, a text or a place; several, or an order; a number; true or false; row → choice of a matching; of a case,
 * part → answer. Null takes an answer back.
 */
export const Answer = z.union([leaf, row, z.record(byId, z.union([leaf, row])), z.null()]).meta({ id: 'Answer' });

const fields = { id: z.string(), points: z.int(), prompt: Words };
const scoring = z.enum(['exact', 'partial']);
const labelled = z.array(z.object({ id: z.string(), text: Words }));

const single = z.object({ ...fields, type: z.literal('single'), options: labelled });
const multiple = z.object({ ...fields, type: z.literal('multiple'), scoring, options: labelled });
const trueFalse = z.object({ ...fields, type: z.literal('true-false') });
const number = z.object({ ...fields, type: z.literal('number') });
const matching = z.object({ ...fields, type: z.literal('matching'), scoring, rows: labelled, choices: labelled });
const ordering = z.object({ ...fields, type: z.literal('ordering'), scoring, steps: labelled });
const shortAnswer = z.object({ ...fields, type: z.literal('short-answer'), need: z.int() });

export const PaperPart = z
  .discriminatedUnion('type', [single, multiple, trueFalse, number, matching, ordering, shortAnswer])
  .meta({ id: 'PaperPart' });

export const PaperQuestion = z
  .discriminatedUnion('type', [
    single,
    multiple,
    trueFalse,
    number,
    matching,
    ordering,
    shortAnswer,
    z.object({ ...fields, type: z.literal('case'), parts: z.array(PaperPart) }),
    z.object({ ...fields, type: z.literal('mrz'), ask: z.enum(['digit', 'fault']), shown: z.string() }),
    z.object({
      ...fields,
      type: z.literal('hotspot'),
      choose: z.enum(['one', 'several']),
      alt: Words,
      picture: PictureFacts.nullable(),
      /** x, y, width and height in the units of the picture. */
      spots: z.array(
        z.object({
          id: z.string(),
          label: Words,
          at: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      ),
    }),
  ])
  .meta({ id: 'PaperQuestion' });
