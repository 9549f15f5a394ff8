import { z } from 'zod';
import { Day, Uuid } from '../http/contract.js';
import { productKinds } from './catalog.rules.js';

const Kind = z.enum(productKinds);
const ProductLocale = z.enum(['lo', 'en', 'both']);
const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const ProductsParam = z.object({ id: Uuid });
/** With a class, the documents are those of its kind of class. */
export const ProductsQuery = z.object({ cohort: Uuid.optional() });
export type ProductsQuery = z.output<typeof ProductsQuery>;
export const ProductParam = z.object({ id: Uuid, product: Kind });
export const ProductQuery = z.object({
  locale: ProductLocale.default('lo'),
  /** Of question papers and keys: which test, and which of its two forms. Left out: the only test, form A. */
  test: Slug.optional(),
  form: z.enum(['A', 'B']).optional(),
  /** For a kind of class that the version declares; left out: the standard class. A cohort has its own. */
  variant: Slug.optional(),
  /** The class that it is for; agenda and session plan have its days. Without one they need dates. */
  cohort: Uuid.optional(),
  start: Day.optional(),
  days: z.coerce.number().int().min(1).max(30).optional(),
  /** When a day begins, as 08:30. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});
export type ProductQuery = z.output<typeof ProductQuery>;

/** What can be printed of a version by whoever asks. */
export const Products = z
  .object({
    items: z.array(
      z.object({
        product: Kind,
        test: z.string().nullable(),
        testTitle: z.object({ en: z.string(), lo: z.string().nullable() }).nullable(),
        form: z.enum(['A', 'B']).nullable(),
        locale: ProductLocale,
        /** For whom it is: everyone in the class, or trainers alone. */
        audience: z.enum(['learners', 'trainers']),
        /** It is drawn for dates, each time that it is asked for. */
        needsDates: z.boolean(),
        /** Null until it is made, which takes a moment when it is first asked for. */
        file: z.object({ bytes: z.int(), pages: z.int() }).nullable(),
      }),
    ),
    days: z.int(),
    /** The kind of class that the files are for; null is the standard class. */
    variant: z.string().nullable(),
    variants: z.array(z.object({ id: z.string(), title: z.object({ en: z.string(), lo: z.string().nullable() }) })),
  })
  .meta({ id: 'Products' });
