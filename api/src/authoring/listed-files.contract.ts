import { z } from 'zod';
import { fileLists } from '../format/index.js';
import { Line, OptionalLine } from '../http/contract.js';

/* The files that a list of curriculum.yaml names: tests, blueprints, rubrics and surveys. */

const code = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, beginning with a letter');
const title = { titleEn: Line(200), titleLo: OptionalLine(200) };

export const ListedFileInput = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('tests'),
    code,
    ...title,
    purpose: z.enum(['pre-test', 'post-test']),
    /** The blueprint that it is a form of; null when it draws from each module. */
    blueprint: code.nullable().default(null),
  }),
  z.object({ list: z.literal('blueprints'), code }),
  z.object({ list: z.literal('rubrics'), code, ...title }),
  z.object({ list: z.literal('surveys'), code, ...title }),
]);
export type ListedFileInput = z.output<typeof ListedFileInput>;
export type NewTest = Extract<ListedFileInput, { list: 'tests' }>;

export const ListedFileRemoval = z.object({
  list: z.enum(fileLists),
  code: z.string().min(1).max(60),
  /** The revision of the file that was seen; left out when there is only its name in the list. */
  revision: z.coerce.number().int().min(0).optional(),
});
export type ListedFileRemoval = z.output<typeof ListedFileRemoval>;
