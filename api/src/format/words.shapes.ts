import { z } from 'zod';
import { wordForms } from './word-forms.rules.js';

/* The small shapes that every file of a curriculum is made of. */

/* YAML can write any character as an escape; these no text may hold, and the database could not keep. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

export const word = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !hidden.test(text), wordForms.visible.en);
export const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, wordForms.slug.en);
export const folder = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, wordForms.folder.en);
export const code = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, wordForms.code.en);
export const questionId = z.string().regex(/^[A-Z][A-Z0-9]{1,7}-[a-z0-9][a-z0-9-]{0,30}$/, wordForms.questionId.en);
export const objectiveId = z.string().regex(/^[A-Z][A-Z0-9]{1,7}\.[a-z0-9]{1,8}$/, wordForms.objectiveId.en);
export const minutes = z.int().min(1).max(480);
export const percent = z.int().min(0).max(100);
export const state = z.enum(['draft', 'complete', 'reviewed', 'approved']);

/** A text in both languages; Lao may be missing, and then it is null. */
export const localised = (most: number) => z.strictObject({ en: word(most), lo: word(most).nullable().default(null) });
