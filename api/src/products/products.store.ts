import { Injectable } from '@nestjs/common';
import { prepared, Queries, type Tx } from '../db/queries.js';
import type { Variant } from '../format/index.js';
import type { ProductLocale } from './edition.rules.js';
import type { VersionProductRow } from './products.rows.js';

/** What ties a person to a version, and the kinds of class that the version knows. */
export interface VersionTies {
  teaches: boolean;
  learns: boolean;
  variants: Variant[];
}

export type MadeProduct = Pick<VersionProductRow, 'product' | 'locale' | 'engine' | 'hash' | 'bytes' | 'pages'>;

const columns = `product, locale, engine, hash, bytes, pages`;
const madeOf = prepared<MadeProduct>(
  'version-products',
  `select ${columns} from version_products where version_id = $1`,
);
const made = prepared<MadeProduct>(
  'version-product',
  `select ${columns} from version_products where version_id = $1 and product = $2 and locale = $3`,
);

/** As for the pages of modules: who teaches or sits in a class of the version is looked up where classes are kept. */
const ties = prepared<VersionTies>(
  'version-ties',
  `select coalesce(v.canonical->'variants', '[]') as variants,
     exists (select 1 from cohort_trainers t join cohorts c on c.id = t.cohort_id where t.person_id = $2 and (
       c.version_id = $1 or exists (select 1 from cohort_pins s where s.cohort_id = c.id and s.version_id = $1))) as teaches,
     exists (select 1 from enrolments e join cohorts c on c.id = e.cohort_id
       where e.person_id = $2 and (c.version_id = $1 or exists (select 1 from cohort_pins s where s.cohort_id = c.id and s.version_id = $1))
       and c.state <> 'cancelled' and e.state in ('confirmed', 'completed', 'incomplete')) as learns
   from curriculum_versions v where v.id = $1`,
);

@Injectable()
export class ProductsStore {
  constructor(private readonly queries: Queries) {}

  madeOf(versionId: string): Promise<MadeProduct[]> {
    return this.queries.all(madeOf, [versionId]);
  }

  made(versionId: string, product: string, locale: ProductLocale): Promise<MadeProduct | null> {
    return this.queries.one(made, [versionId, product, locale]);
  }

  /** Null when there is no such version. */
  ties(versionId: string, personId: string): Promise<VersionTies | null> {
    return this.queries.one(ties, [versionId, personId]);
  }

  async keep(
    tx: Tx,
    { versionId, product, locale, engine, hash, bytes, pages, madeAt }: VersionProductRow,
  ): Promise<void> {
    await tx.query(
      `insert into version_products (version_id, product, locale, engine, hash, bytes, pages, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (version_id, product, locale) do update
       set engine = excluded.engine, hash = excluded.hash, bytes = excluded.bytes, pages = excluded.pages, made_at = excluded.made_at`,
      [versionId, product, locale, engine, hash, bytes, pages, madeAt],
    );
  }
}
