import { z } from 'zod';
import { Day, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { adviceKinds } from './plan-advice.rules.js';
import { earliest, latest } from './timetable-change.rules.js';
import { sessionKinds } from './timetable.rules.js';

const minuteOfDay = z.int().min(0).max(1439);

const slot = {
  date: Day,
  startsMinute: minuteOfDay,
  minutes: z.int().min(1),
  kind: z.enum(sessionKinds),
  moduleCode: z.string().nullable(),
  testCode: z.string().nullable(),
  titleEn: z.string(),
  titleLo: z.string().nullable(),
  part: z.int(),
};

export const Session = z
  .object({
    id: Uuid,
    ...slot,
    /** The version that the class has of the module; null where there is none. */
    versionId: Uuid.nullable(),
  })
  .meta({ id: 'Session' });
export const Timetable = z.object({ taughtMinutes: z.int(), sessions: z.array(Session) }).meta({ id: 'Timetable' });
export type Timetable = z.output<typeof Timetable>;

export const SessionParam = z.object({ id: Uuid, sessionId: Uuid });
export const SessionChange = z
  .object({
    date: Day,
    startsMinute: z.int().min(earliest).max(latest),
    minutes: z.int().min(5).max(480),
    /** Move what follows on that day as far as needed, instead of refusing. */
    push: z.boolean(),
  })
  .partial()
  .meta({ id: 'SessionChange' });
export type SessionChange = z.output<typeof SessionChange>;

export const Clash = z
  .object({
    personId: Uuid,
    cohortId: Uuid,
    cohortCode: z.string(),
    titleEn: z.string(),
    titleLo: z.string().nullable(),
    date: Day,
    fromMinute: z.int(),
    toMinute: z.int(),
  })
  .meta({ id: 'Clash' });

/** How a plan looks so far: nothing is written. */
export const PlanPreview = z
  .object({
    version: z.object({
      id: Uuid,
      version: z.string(),
      titleEn: z.string(),
      titleLo: z.string().nullable(),
      days: z.int(),
    }),
    /** The code that the cohort will get unless another is planned first. */
    code: z.string(),
    fits: z.boolean(),
    /** By how much the agenda is too long for the days; 0 when it fits. */
    missingMinutes: z.int(),
    taughtMinutes: z.int(),
    sessions: z.array(z.object(slot)),
    clashes: z.array(Clash),
    /** The kinds of class that the version knows besides the usual one, and the one that was laid out. */
    variants: z.array(z.object({ id: z.string(), title: z.object({ en: z.string(), lo: z.string().nullable() }) })),
    variant: z.string().nullable(),
    /** Which one would suit, and why: who comes, or where. Null for a version with one kind only. */
    proposal: z
      .object({
        variant: z.string().nullable(),
        because: z.enum(['people', 'venue', 'unknown']),
        /** The variant that was weighed, taken or not; `people` of `of` with a post serve at one that it is for. */
        weighed: z.string(),
        people: z.int(),
        of: z.int(),
      })
      .nullable(),
    advice: z.array(z.enum(adviceKinds)),
  })
  .meta({ id: 'PlanPreview' });
export type PlanPreview = z.output<typeof PlanPreview>;

export const TrainerQuery = PageQuery.extend({ q: z.string().max(100).optional() });
export type TrainerQuery = z.output<typeof TrainerQuery>;

const UnitLabel = z.object({ id: Uuid, nameEn: z.string(), nameLo: z.string() });

export const TrainerLine = z
  .object({
    personId: Uuid,
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    rank: z.string().nullable(),
    sex: z.enum(['female', 'male', 'not_stated']),
    unit: UnitLabel.nullable(),
    /** Classes that are planned or running. */
    upcoming: z.int(),
  })
  .meta({ id: 'TrainerLine' });
export const TrainerPage = PageOf(TrainerLine).meta({ id: 'TrainerPage' });
