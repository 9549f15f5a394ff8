import { z } from 'zod';
import { Instant } from '../http/contract.js';

export const Fact = z
  .object({
    /** Made by the device when the thing happened; the same fact sent twice has the same id. */
    id: z.uuidv7(),
    kind: z.string().min(1).max(60),
    /** The person who did it, so that two people on one phone cannot be mistaken for each other. */
    actor: z.uuid(),
    cohort: z.uuid().nullable(),
    deviceSeq: z.int().min(0),
    occurredAt: z.iso.datetime({ offset: true }),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Fact' });
export type Fact = z.output<typeof Fact>;

export const Sync = z.object({ device: z.uuid(), facts: z.array(Fact).max(200) }).meta({ id: 'Sync' });
export type Sync = z.output<typeof Sync>;

export const FactVerdict = z
  .object({ id: z.uuid(), verdict: z.enum(['accepted', 'refused']), code: z.string().nullable() })
  .meta({ id: 'FactVerdict' });
export type FactVerdict = z.output<typeof FactVerdict>;

/** A fact without a verdict was not stored: it is to be sent again. */
export const SyncAnswer = z.object({ recordedAt: Instant, verdicts: z.array(FactVerdict) }).meta({ id: 'SyncAnswer' });
