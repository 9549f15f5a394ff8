import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { CohortVersions } from './cohort-versions.rules.js';

const versionsOf = prepared<CohortVersions>(
  'cohort-versions',
  `select c.id as "cohortId", c.version_id as "versionId", c.variant,
     coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'code', p.code, 'versionId', p.version_id))
       from cohort_pins p where p.cohort_id = c.id), '[]') as pins,
     array(select distinct u.from_version_id::text from cohort_upgrades u where u.cohort_id = c.id and u.choice <> 'stay') as past
   from cohorts c where c.id = any($1::uuid[])`,
);
const held = prepared('cohort-version-held', `select id from cohorts where id = $1 for share`);

@Injectable()
export class CohortVersionsStore {
  constructor(private readonly queries: Queries) {}

  of(cohortIds: readonly string[], tx?: Tx): Promise<CohortVersions[]> {
    return tx === undefined
      ? this.queries.all(versionsOf, [cohortIds])
      : this.queries.within(tx, versionsOf, [cohortIds]);
  }

  async hold(tx: Tx, cohortId: string): Promise<void> {
    await this.queries.within(tx, held, [cohortId]);
  }
}
