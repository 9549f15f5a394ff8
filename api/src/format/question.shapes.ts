import { z } from 'zod';
import { wordForms } from './word-forms.rules.js';
import { localised, objectiveId, questionId, slug, word } from './words.shapes.js';

/*
 * The shapes of questions. What marks a question (its key) stands in the same entry as what is shown; `withoutKey` in
 * question-paper.rules.ts decides field by field what a candidate may see.
 */

const points = z.int().min(1).max(20).default(1);
const scoring = z.enum(['exact', 'partial']).default('exact');
const labelled = z.strictObject({ id: slug, text: localised(600) });
const options = z
  .array(z.strictObject({ id: slug, text: localised(600), correct: z.boolean().default(false) }))
  .min(2)
  .max(10);
/** Spellings of one right answer in one language. */
const spellings = z.array(word(120)).max(30).default([]);

const single = { type: z.literal('single'), options };
const multiple = { type: z.literal('multiple'), options, scoring };
const trueFalse = { type: z.literal('true-false'), answer: z.boolean() };
const number = {
  type: z.literal('number'),
  answer: z.strictObject({ value: z.number(), tolerance: z.number().min(0).default(0) }),
};
/** Each row goes to one choice; a choice may serve several rows or none. */
const matching = {
  type: z.literal('matching'),
  rows: z
    .array(z.strictObject({ id: slug, text: localised(400), match: z.array(slug).min(1).max(10) }))
    .min(2)
    .max(12),
  choices: z.array(labelled).min(2).max(12),
  scoring,
};
/** The steps are written in their right order. */
const ordering = { type: z.literal('ordering'), steps: z.array(labelled).min(3).max(12), scoring };
/** `need` different groups are to be named; a group is one right answer in all its spellings. */
const shortAnswer = {
  type: z.literal('short-answer'),
  need: z.int().min(1).max(10).default(1),
  accept: z
    .array(z.strictObject({ en: spellings, lo: spellings }))
    .min(1)
    .max(30),
};

const partFields = { id: slug, points, prompt: localised(2000), rationale: localised(2000) };

/** A question inside a case: the same types, but no case in a case and nothing generated or drawn. */
export const partShape = z.discriminatedUnion('type', [
  z.strictObject({ ...partFields, ...single }),
  z.strictObject({ ...partFields, ...multiple }),
  z.strictObject({ ...partFields, ...trueFalse }),
  z.strictObject({ ...partFields, ...number }),
  z.strictObject({ ...partFields, ...matching }),
  z.strictObject({ ...partFields, ...ordering }),
  z.strictObject({ ...partFields, ...shortAnswer }),
]);

const questionFields = {
  id: questionId,
  use: z.enum(['practice', 'graded']),
  /** One of two parallel forms of a test; graded questions without one are spares. */
  form: z.enum(['A', 'B']).nullable().default(null),
  objective: objectiveId,
  level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate']),
  points,
  prompt: localised(2000),
  rationale: localised(2000),
};

const seed = z.int().min(1).max(999_999_999_999);
const mrzField = z.enum(['number', 'birth', 'expiry']);
/** What a machine-readable zone asks for; the data is made from the seed, or given. See mrz.rules.ts. */
export const mrzShape = z.union([
  z.strictObject({ ask: z.literal('digit'), field: mrzField, seed }),
  z.strictObject({
    ask: z.literal('digit'),
    field: mrzField,
    value: z.string().regex(/^[A-Z0-9<]{2,44}$/, wordForms.mrz.en),
  }),
  z.strictObject({ ask: z.literal('fault'), seed }),
]);

const coordinate = z.number().min(0).max(4000);

export const questionShape = z.discriminatedUnion('type', [
  z.strictObject({ ...questionFields, ...single }),
  z.strictObject({ ...questionFields, ...multiple }),
  z.strictObject({ ...questionFields, ...trueFalse }),
  z.strictObject({ ...questionFields, ...number }),
  z.strictObject({ ...questionFields, ...matching }),
  z.strictObject({ ...questionFields, ...ordering }),
  z.strictObject({ ...questionFields, ...shortAnswer }),
  z.strictObject({
    ...questionFields,
    type: z.literal('case'),
    parts: z.array(partShape).min(2).max(5),
  }),
  z.strictObject({
    ...questionFields,
    type: z.literal('mrz'),
    mrz: mrzShape,
    /** Added to the worked explanation that Khou makes. */
    rationale: localised(2000).nullable().default(null),
  }),
  z.strictObject({
    ...questionFields,
    type: z.literal('hotspot'),
    image: word(120),
    alt: localised(600),
    choose: z.enum(['one', 'several']).default('one'),
    /** Places in the units of the picture: x, y, width, height. Their labels are the way to answer by keyboard. */
    spots: z
      .array(
        z.strictObject({
          id: slug,
          label: localised(200),
          at: z.tuple([coordinate, coordinate, coordinate.min(4), coordinate.min(4)]),
          correct: z.boolean().default(false),
        }),
      )
      .min(2)
      .max(20),
  }),
]);

export const questionsShape = z.strictObject({ questions: z.array(questionShape).max(600) });
