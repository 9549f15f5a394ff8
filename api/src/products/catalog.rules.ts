import type { DocumentModel } from '../document/flow.js';
import type { Curriculum, Form } from '../format/index.js';
import { agenda, type Occasion, plan } from './agenda.rules.js';
import { editionOf, type ProductKind, type ProductLocale } from './edition.rules.js';
import { guide } from './guide.rules.js';
import { handbook } from './handbook.rules.js';
import { materials } from './materials.rules.js';
import { answerKey, paper } from './paper.rules.js';
import { slides } from './slides.rules.js';

/** Everything that can be printed of a version, in the order of lists. */
export const productKinds = [
  'handbook',
  'guide',
  'slides',
  'agenda',
  'plan',
  'materials',
  'paper',
  'key',
] as const satisfies readonly ProductKind[];

/** Who may have what: `learners` are all who may read the version, `trainers` those who teach it or oversee all. */
export const audiences: Readonly<Record<ProductKind, 'learners' | 'trainers'>> = {
  handbook: 'learners',
  guide: 'trainers',
  slides: 'learners',
  agenda: 'learners',
  plan: 'trainers',
  materials: 'trainers',
  paper: 'trainers',
  key: 'trainers',
};

/** What a product is made with. Those of a test name it and its form; those of a class have its days. */
export interface ProductOrder {
  readonly kind: ProductKind;
  readonly locale: ProductLocale;
  readonly variant: string | null;
  readonly test: string | null;
  readonly form: Form | null;
}

/** What is made at publishing: all that needs no dates, for the standard class, in each language the version has. */
export function standingOrders(curriculum: Pick<Curriculum, 'tests' | 'languages'>): ProductOrder[] {
  const locales: readonly ProductLocale[] = curriculum.languages.lo === null ? ['en'] : ['lo', 'en'];
  return productKinds.flatMap((kind) => {
    if (kind === 'agenda' || kind === 'plan') return [];
    const plain = locales.map((locale): ProductOrder => ({ kind, locale, variant: null, test: null, form: null }));
    if (kind !== 'paper' && kind !== 'key') return plain;
    return curriculum.tests.flatMap(({ code }) =>
      (['A', 'B'] as const).flatMap((form) => plain.map((order) => ({ ...order, test: code, form }))),
    );
  });
}

/** What tells an order from the others of a version: `paper.post-test.A`, `handbook`, `guide@traditional`. */
export function orderKey({ kind, test, form, variant }: ProductOrder): string {
  const which = test === null ? kind : `${kind}.${test}.${form ?? 'A'}`;
  return variant === null ? which : `${which}@${variant}`;
}

/** The document of an order; null when the version has no such test or the dates are missing. */
export function productModel(
  curriculum: Curriculum,
  { kind, locale, variant, test: code, form }: ProductOrder,
  at: Date,
  occasion: Occasion | null,
): DocumentModel | null {
  const edition = editionOf(curriculum, locale, variant, at);
  const test = curriculum.tests.find((each) => each.code === code) ?? null;
  switch (kind) {
    case 'handbook':
      return handbook(edition);
    case 'guide':
      return guide(edition);
    case 'slides':
      return slides(edition);
    case 'materials':
      return materials(edition);
    case 'agenda':
      return occasion === null ? null : agenda(edition, occasion);
    case 'plan':
      return occasion === null ? null : plan(edition, occasion);
    case 'paper':
      return test === null ? null : paper(edition, test, form ?? 'A');
    case 'key':
      return test === null ? null : answerKey(edition, test, form ?? 'A');
  }
}
