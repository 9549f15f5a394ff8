import { z } from 'zod';
import valid from 'semver/functions/valid.js';
import { questionsShape } from './question.shapes.js';
import { wordForms } from './word-forms.rules.js';
import { code, folder, localised, minutes, objectiveId, percent, slug, state, word } from './words.shapes.js';

/*
 * The shapes of every YAML in a curriculum folder; those of questions are in question.shapes.ts. The editor schemas in
 * curricula/schema are made from these, so there is one description of the format.
 */

const agendaItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('module'), module: code }),
  z.strictObject({ kind: z.literal('test'), test: slug, minutes: minutes.optional() }),
  ...(['opening', 'break', 'closing'] as const).map((kind) =>
    z.strictObject({ kind: z.literal(kind), minutes, title: localised(200) }),
  ),
]);

/** How many modules a curriculum may have. */
export const mostModules = 400;

/** What a version needs of a language before it may be published: nothing, every text, or every text up to date. */
const require = z.enum(['none', 'complete', 'current']).default('none');
const fileList = z.array(slug).max(10).default([]);

export const curriculumShape = z.strictObject({
  code: slug,
  version: z.string().refine((text) => valid(text) === text, wordForms.version.en),
  title: localised(200),
  summary: localised(1000),
  series: z.string().regex(/^[A-Z]{2,6}$/, wordForms.series.en),
  days: z.int().min(1).max(30),
  languages: z.strictObject({
    en: z.strictObject({ state }),
    lo: z.strictObject({ state, require }).nullable().default(null),
  }),
  /** Kinds of class that are taught otherwise; sections and blocks say `only=` and `skip=`. */
  variants: z
    .array(z.strictObject({ id: slug, title: localised(200) }))
    .max(6)
    .default([]),
  modules: z.array(folder).min(1).max(mostModules),
  tests: fileList,
  blueprints: fileList,
  rubrics: fileList,
  surveys: fileList,
  agenda: z.array(agendaItem).min(1).max(600),
  rules: z.strictObject({ attendance_percent: percent, pass_percent: percent }),
});

export const testShape = z
  .strictObject({
    code: slug,
    purpose: z.enum(['pre-test', 'post-test']),
    title: localised(200),
    minutes,
    pass_percent: percent,
    /** So many graded questions of each module, at random. */
    draw: z
      .array(z.strictObject({ module: code, count: z.int().min(1).max(100) }))
      .min(1)
      .max(60)
      .optional(),
    /** Form A or B of a blueprint: the pre-test gives one, the post-test the other. */
    blueprint: slug.optional(),
  })
  .refine(({ draw, blueprint }) => (draw === undefined) !== (blueprint === undefined), {
    message: wordForms.drawOrBlueprint.en,
    path: ['draw'],
  });

/** What both forms of a test hold, objective by objective. */
export const blueprintShape = z.strictObject({
  code: slug,
  cells: z
    .array(z.strictObject({ objective: objectiveId, count: z.int().min(1).max(20) }))
    .min(1)
    .max(200),
});

export const rubricShape = z.strictObject({
  code: slug,
  title: localised(200),
  scale: z.strictObject({ from: z.int().min(0).max(10), to: z.int().min(1).max(10) }),
  criteria: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, wordForms.criterion.en),
        title: localised(200),
        /** What the lowest, the middle and the highest mark look like. */
        low: localised(600),
        middle: localised(600),
        high: localised(600),
        /** The least mark that is competent, where one holds. */
        least: z.int().min(0).max(10).nullable().default(null),
      }),
    )
    .min(1)
    .max(40),
  rules: z.strictObject({ mean: z.number().min(0).max(10) }),
  minutes: z.strictObject({ lesson: minutes, feedback: minutes }),
});

export const surveyShape = z.strictObject({
  code: slug,
  title: localised(200),
  scale: z.strictObject({
    from: z.int().min(0).max(10),
    to: z.int().min(1).max(10),
    low: localised(100),
    high: localised(100),
  }),
  statements: z
    .array(z.strictObject({ id: slug, text: localised(400) }))
    .min(1)
    .max(40),
  comments: z
    .array(z.strictObject({ id: slug, text: localised(400) }))
    .max(10)
    .default([]),
});

const methods = z.array(word(200)).max(30);
const materials = z.array(word(200)).max(60);

export const moduleShape = z.strictObject({
  code,
  title: word(200),
  minutes,
  objectives: z
    .array(z.strictObject({ id: objectiveId, text: word(400) }))
    .min(1)
    .max(20),
  methods: methods.default([]),
  materials: materials.default([]),
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
  /** As many as the English, in the same order; null until translated. */
  methods: methods.nullable().default(null),
  materials: materials.nullable().default(null),
  state: state.default('draft'),
});

/** The schemas for editors: file name in curricula/schema → JSON Schema. */
export function editorSchemas(): Record<string, object> {
  const schema = (title: string, shape: z.ZodType) => ({
    title,
    ...z.toJSONSchema(shape, { io: 'input', reused: 'ref' }),
  });
  return {
    'curriculum.schema.json': schema('Khou curriculum', curriculumShape),
    'test.schema.json': schema('Khou test', testShape),
    'blueprint.schema.json': schema('Khou blueprint of a test', blueprintShape),
    'rubric.schema.json': schema('Khou rubric', rubricShape),
    'survey.schema.json': schema('Khou survey', surveyShape),
    'questions.schema.json': schema('Khou questions of a module', questionsShape),
  };
}
