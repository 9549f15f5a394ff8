import { Injectable } from '@nestjs/common';
import { Queries, type Tx, prepared } from '../db/queries.js';
import type { Pin } from './cohort-versions.rules.js';
import { CohortPinRow, CohortRow, CohortUpgradeRow } from './courses.rows.js';
import { nameEnOf, nameLoOf } from './person-columns.js';
import type { UpgradeChoice } from './upgrade.rules.js';

export interface DecisionFound {
  id: string;
  from: { id: string; version: string };
  to: { id: string; version: string };
  choice: UpgradeChoice;
  reason: string;
  by: { nameLo: string; nameEn: string | null };
  at: Date;
}

/** More decisions than this are in no class: each needs a version of its own. */
const shown = 100;

const decisions = prepared<DecisionFound>(
  'cohort-upgrades',
  `select u.id, jsonb_build_object('id', f.id, 'version', f.version) as "from", jsonb_build_object('id', t.id, 'version', t.version) as "to",
     u.choice, u.reason, jsonb_build_object('nameLo', ${nameLoOf('p')}, 'nameEn', ${nameEnOf('p')}) as by, u.decided_at as at
   from cohort_upgrades u join curriculum_versions f on f.id = u.from_version_id join curriculum_versions t on t.id = u.to_version_id
     join persons p on p.id = u.decided_by
   where u.cohort_id = $1 order by u.decided_at desc, u.id desc limit ${shown}`,
);
const last = prepared<{ to: string; choice: UpgradeChoice }>(
  'cohort-upgrade-last',
  `select to_version_id as "to", choice from cohort_upgrades where cohort_id = $1 order by decided_at desc, id desc limit 1`,
);

@Injectable()
export class UpgradesStore {
  constructor(private readonly queries: Queries) {}

  /** The last one first. */
  decisions(cohortId: string): Promise<DecisionFound[]> {
    return this.queries.all(decisions, [cohortId]);
  }

  async last(tx: Tx, cohortId: string): Promise<{ to: string; choice: UpgradeChoice } | null> {
    return (await this.queries.within(tx, last, [cohortId]))[0] ?? null;
  }

  async record(tx: Tx, row: CohortUpgradeRow): Promise<void> {
    await tx.insert(CohortUpgradeRow, row);
  }

  /** Puts the cohort on a version; nothing but the given stays on another. A pin to what its version does not have is left out. */
  async move(tx: Tx, cohortId: string, versionId: string, pins: readonly Pin[]): Promise<void> {
    await tx.update(CohortRow, { id: cohortId }, { versionId });
    await tx.delete(CohortPinRow, { cohortId });
    await tx.query(
      `insert into cohort_pins (cohort_id, kind, code, version_id)
       select $1, pin.kind, pin.code, pin.version_id from unnest($2::text[], $3::text[], $4::uuid[]) as pin (kind, code, version_id)
       where (pin.kind = 'module' and exists (select from modules m where m.version_id = pin.version_id and m.code = pin.code))
          or (pin.kind = 'test' and exists (select from tests t where t.version_id = pin.version_id and t.code = pin.code))`,
      [cohortId, pins.map(({ kind }) => kind), pins.map(({ code }) => code), pins.map((pin) => pin.versionId)],
    );
  }
}
