import { z } from 'zod';
import { Day, Instant, Uuid } from '../http/contract.js';
import { regions } from '../places/index.js';

const Cohort = z.object({
  id: Uuid,
  code: z.string(),
  titleEn: z.string(),
  titleLo: z.string().nullable(),
  startsOn: Day,
  endsOn: Day,
});
const Counted = z.object({ cohort: Cohort, count: z.int() });
const BySex = z.object({ all: z.int(), female: z.int(), male: z.int(), notStated: z.int() });

/** What the programme has come to. No figure names a person. */
export const Overview = z
  .object({
    asOf: Instant,
    /** What waits for an administrator; null for whoever only watches. */
    decisions: z
      .object({
        /** Closed cohorts with people who meet the rules and have no certificate. */
        certificates: z.array(Counted),
        /** Cohorts with nominations that nobody confirmed or refused. */
        nominations: z.array(Counted),
        /** Cohorts with tests handed in after the time that nobody has accepted. */
        lateAttempts: z.array(Counted),
        /** Cohorts whose last day is over and that nobody closed. */
        unclosed: z.array(Cohort),
        /** Certificates with a number and no printed file. */
        unprinted: z.int(),
        failedJobs: z.int(),
      })
      .nullable(),
    people: BySex,
    /** People with no unit today. */
    withoutPosting: z.int(),
    trainers: z.int(),
    /** People, not papers: who holds at least one valid certificate of completion. */
    certified: BySex,
    certificates: z.object({ completion: z.int(), attendance: z.int(), revoked: z.int(), replaced: z.int() }),
    cohorts: z.object({ planned: z.int(), running: z.int(), closed: z.int(), cancelled: z.int() }),
    /** Of the cohorts that are planned or running. */
    seats: z.object({ offered: z.int(), taken: z.int() }),
    curricula: z.object({ curricula: z.int(), versions: z.int() }),
    /** One line a province, in the official order. */
    coverage: z.array(
      z.object({
        provinceId: z.string(),
        nameEn: z.string(),
        nameLo: z.string(),
        region: z.enum(regions),
        checkpoints: z.int(),
        /** Checkpoints where somebody posted today holds a valid certificate of completion. */
        checkpointsCovered: z.int(),
        posted: z.int(),
        certified: z.int(),
      }),
    ),
  })
  .meta({ id: 'Overview' });
export type Overview = z.output<typeof Overview>;
