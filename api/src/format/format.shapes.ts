import { z } from 'zod';
import { valid } from 'semver';

/*
 * The shapes of every YAML in a curriculum folder: curriculum.yaml, tests/*.yaml, questions.yaml and the front matter of
 * the modules. The editor schemas in curricula/schema are made from these, so there is one description of the format.
 */

const word = (most: number) => z.string().trim().min(1).max(most);
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter');
const folder = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens');
const code = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, 'capital letters and digits, such as M02');
const questionId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,7}-[a-z0-9][a-z0-9-]{0,30}$/, 'the module code, a hyphen and a word, such as M02-p1');
const objectiveId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,7}\.[a-z0-9]{1,8}$/, 'the module code, a dot and a number, such as M02.1');
const minutes = z.int().min(1).max(480);
const percent = z.int().min(0).max(100);
const state = z.enum(['draft', 'complete', 'reviewed', 'approved']);

/** A text in both languages; Lao may be missing, and then it is null. */
const localised = (most: number) => z.strictObject({ en: word(most), lo: word(most).nullable().default(null) });

const agendaItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('module'), module: code }),
  z.strictObject({ kind: z.literal('test'), test: slug, minutes: minutes.optional() }),
  ...(['opening', 'break', 'closing'] as const).map((kind) =>
    z.strictObject({ kind: z.literal(kind), minutes, title: localised(200) }),
  ),
]);

export const curriculumShape = z.strictObject({
  code: slug,
  version: z.string().refine((text) => valid(text) === text, 'a semantic version such as 0.1.0'),
  title: localised(200),
  summary: localised(1000),
  series: z.string().regex(/^[A-Z]{2,6}$/, 'two to six capital letters, such as FND'),
  days: z.int().min(1).max(30),
  languages: z.strictObject({ en: z.strictObject({ state }), lo: z.strictObject({ state }).nullable().default(null) }),
  modules: z.array(folder).min(1).max(60),
  tests: z.array(slug).max(10).default([]),
  agenda: z.array(agendaItem).min(1).max(200),
  rules: z.strictObject({ attendance_percent: percent, pass_percent: percent }),
});

export const testShape = z.strictObject({
  code: slug,
  purpose: z.enum(['pre-test', 'post-test']),
  title: localised(200),
  minutes,
  pass_percent: percent,
  draw: z
    .array(z.strictObject({ module: code, count: z.int().min(1).max(100) }))
    .min(1)
    .max(60),
});

export const moduleShape = z.strictObject({
  code,
  title: word(200),
  minutes,
  objectives: z
    .array(z.strictObject({ id: objectiveId, text: word(400) }))
    .min(1)
    .max(20),
  methods: z.array(word(200)).max(30).default([]),
  materials: z.array(word(200)).max(60).default([]),
  sources: z
    .array(z.strictObject({ id: slug, text: word(600) }))
    .max(60)
    .default([]),
});

export const moduleLaoShape = z.strictObject({
  title: word(200).nullable().default(null),
  objectives: z
    .array(z.strictObject({ id: objectiveId, text: word(400) }))
    .max(20)
    .default([]),
  state: state.default('draft'),
});

const questionFields = {
  id: questionId,
  use: z.enum(['practice', 'graded']),
  objective: objectiveId,
  level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate']),
  points: z.int().min(1).max(20).default(1),
  prompt: localised(2000),
  rationale: localised(2000),
};
const options = z
  .array(z.strictObject({ id: slug, text: localised(600), correct: z.boolean().default(false) }))
  .min(2)
  .max(10);

export const questionShape = z.discriminatedUnion('type', [
  z.strictObject({ ...questionFields, type: z.literal('single'), options }),
  z.strictObject({
    ...questionFields,
    type: z.literal('multiple'),
    options,
    scoring: z.enum(['exact', 'partial']).default('exact'),
  }),
  z.strictObject({ ...questionFields, type: z.literal('true-false'), answer: z.boolean() }),
  z.strictObject({
    ...questionFields,
    type: z.literal('number'),
    answer: z.strictObject({ value: z.number(), tolerance: z.number().min(0).default(0) }),
  }),
]);

export const questionsShape = z.strictObject({ questions: z.array(questionShape).max(300) });

/** The schemas for editors: file name in curricula/schema → JSON Schema. */
export function editorSchemas(): Record<string, object> {
  const schema = (title: string, shape: z.ZodType) => ({
    title,
    ...z.toJSONSchema(shape, { io: 'input', reused: 'ref' }),
  });
  return {
    'curriculum.schema.json': schema('Khou curriculum', curriculumShape),
    'test.schema.json': schema('Khou test', testShape),
    'questions.schema.json': schema('Khou questions of a module', questionsShape),
  };
}
