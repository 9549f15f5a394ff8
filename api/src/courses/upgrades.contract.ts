import { z } from 'zod';
import { ChangeClass, comparisonFields } from '../curricula/index.js';
import { Instant, Line, Uuid } from '../http/contract.js';
import { upgradeChoices } from './upgrade.rules.js';

export const UpgradeQuery = z.object({
  /** `no`: the answer comes without the comparison, which may be long. */
  comparison: z.enum(['yes', 'no']).default('yes'),
});
export type UpgradeQuery = z.output<typeof UpgradeQuery>;

const Version = z.object({ id: Uuid, version: z.string() });

export const UpgradeInput = z
  .object({
    /** The newer version that the decision is about. */
    to: Uuid,
    choice: z.enum(upgradeChoices),
    reason: Line(500),
  })
  .meta({ id: 'UpgradeInput' });
export type UpgradeInput = z.output<typeof UpgradeInput>;

const Decision = z
  .object({
    id: Uuid,
    from: Version,
    to: Version,
    choice: z.enum(upgradeChoices),
    reason: z.string(),
    by: z.object({ nameLo: z.string(), nameEn: z.string().nullable() }),
    at: Instant,
  })
  .meta({ id: 'UpgradeDecision' });

export const Upgrade = z
  .object({
    current: Version,
    /** The greatest version above the one the class has; null when there is none or the class is over. */
    newer: Version.extend({
      publishedAt: Instant,
      /** The heaviest change; null when the files of one of the two were not kept. */
      class: z.enum(['none', ...ChangeClass.options]).nullable(),
    }).nullable(),
    /** What was decided last on the newer version. */
    decided: Decision.nullable(),
    /**
     * What would change in what is not yet taught; with the words that only trainers may read, so null for whoever is none. Null, too,
     * without a newer version, or when it was not asked for.
     */
    comparison: z.object(comparisonFields).nullable(),
    /** Modules with a session that has begun, and those of them that the newer version changes. */
    taught: z.array(z.string()),
    taughtChanged: z.array(z.string()),
    /** Tests that were opened. */
    opened: z.array(z.string()),
    /** Modules and tests that stay on an older version than the class. */
    pins: z.array(z.object({ kind: z.enum(['module', 'test']), code: z.string(), version: z.string() })),
    /**
     * Whether the agenda of the newer version has the same times as that of the class; without a newer one, whether the last
     * accepted one had. A timetable is never changed by itself.
     */
    timetable: z.enum(['same', 'differs']),
    /** Every decision, the last first. */
    history: z.array(Decision),
    allowed: z.array(z.enum(['decide'])),
  })
  .meta({ id: 'CohortUpgrade' });
