import { z } from 'zod';

/* Practice questions as they stand on a page: one language, key included. `practice.rules.ts` of the format makes them. */

export const PictureFacts = z
  .object({
    hash: z.string(),
    type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']),
    width: z.number(),
    height: z.number(),
    /** Bytes. */
    size: z.int(),
  })
  .meta({ id: 'PictureFacts' });

const fields = { id: z.string(), points: z.int(), prompt: z.string(), rationale: z.string() };
const scoring = z.enum(['exact', 'partial']);
const labelled = { id: z.string(), text: z.string() };
const options = z.array(z.object({ ...labelled, correct: z.boolean() }));

const single = { type: z.literal('single'), options };
const multiple = { type: z.literal('multiple'), options, scoring };
const trueFalse = { type: z.literal('true-false'), answer: z.boolean() };
const number = { type: z.literal('number'), answer: z.object({ value: z.number(), tolerance: z.number() }) };
const matching = {
  type: z.literal('matching'),
  rows: z.array(z.object({ ...labelled, match: z.array(z.string()) })),
  choices: z.array(z.object(labelled)),
  scoring,
};
const ordering = { type: z.literal('ordering'), steps: z.array(z.object(labelled)), scoring };
const shortAnswer = { type: z.literal('short-answer'), need: z.int(), accept: z.array(z.array(z.string())) };

export const PracticePart = z
  .discriminatedUnion('type', [
    z.object({ ...fields, ...single }),
    z.object({ ...fields, ...multiple }),
    z.object({ ...fields, ...trueFalse }),
    z.object({ ...fields, ...number }),
    z.object({ ...fields, ...matching }),
    z.object({ ...fields, ...ordering }),
    z.object({ ...fields, ...shortAnswer }),
  ])
  .meta({ id: 'PracticePart' });

const objective = z.string();
const shown = z.string();
const mrzFault = z.enum(['number', 'birth', 'expiry', 'composite', 'none']);

export const PracticeQuestion = z
  .union([
    z.object({ ...fields, objective, ...single }),
    z.object({ ...fields, objective, ...multiple }),
    z.object({ ...fields, objective, ...trueFalse }),
    z.object({ ...fields, objective, ...number }),
    z.object({ ...fields, objective, ...matching }),
    z.object({ ...fields, objective, ...ordering }),
    z.object({ ...fields, objective, ...shortAnswer }),
    z.object({ ...fields, objective, type: z.literal('case'), parts: z.array(PracticePart) }),
    z.object({ ...fields, objective, type: z.literal('mrz'), ask: z.literal('digit'), shown, answer: z.int() }),
    z.object({
      ...fields,
      objective,
      type: z.literal('mrz'),
      ask: z.literal('fault'),
      shown,
      answer: mrzFault,
      choices: z.array(z.object({ id: mrzFault, text: z.string() })),
    }),
    z.object({
      ...fields,
      objective,
      type: z.literal('hotspot'),
      choose: z.enum(['one', 'several']),
      alt: z.string(),
      picture: PictureFacts.nullable(),
      spots: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          at: z.tuple([z.number(), z.number(), z.number(), z.number()]),
          correct: z.boolean(),
        }),
      ),
    }),
  ])
  .meta({ id: 'PracticeQuestion' });
