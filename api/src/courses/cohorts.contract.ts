import { z } from 'zod';
import { Day, Instant, Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { regions } from '../places/index.js';
import { cohortActions, cohortStates } from './cohort-states.rules.js';
import { teamRoles } from './team.rules.js';

const Region = z.enum(regions);
const State = z.enum(cohortStates);

export const CohortQuery = PageQuery.extend({
  state: State.optional(),
  courseId: Uuid.optional(),
  region: Region.optional(),
  /** Cohorts with a day between the two, both included: a month of a calendar. */
  from: Day.optional(),
  to: Day.optional(),
  /** Only those that I teach in or planned, also for somebody who may see all. */
  mine: z.enum(['yes', 'no']).default('no'),
});
export type CohortQuery = z.output<typeof CohortQuery>;

/** A kind of class, by the id that the version gives it. */
const VariantId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const Variant = z.object({ id: z.string(), title: z.object({ en: z.string(), lo: z.string().nullable() }) });

export const TeamInput = z.array(z.object({ personId: Uuid, role: z.enum(teamRoles) })).max(20);
/** Why a trainer is booked twice all the same; recorded in the audit trail. */
const ClashOverride = z
  .object({ reason: Line(500) })
  .nullable()
  .default(null);
const Days = z
  .array(Day)
  .min(1)
  .max(30)
  .refine((days) => days.every((day, index) => index === 0 || days[index - 1]! < day), 'Days are in order, each once');

/** A plan while it is being made: what is chosen so far. */
export const PlanDraft = z
  .object({
    courseId: Uuid,
    versionId: Uuid.nullable().default(null),
    days: Days,
    seats: z.int().min(1).max(500).default(20),
    team: TeamInput.default([]),
    /** The cohort that is changed, so that it does not clash with itself; the people of it come too. */
    cohortId: Uuid.nullable().default(null),
    /** Null is the usual class; left out, the one that is proposed for who comes and where. */
    variant: VariantId.nullable().optional(),
    /** Who will be nominated, and where it is held. */
    personIds: z.array(Uuid).max(500).optional(),
    provinceId: z.string().max(10).nullable().optional(),
    venueEn: z.string().trim().max(200).nullable().optional(),
    venueLo: z.string().trim().max(200).nullable().optional(),
  })
  .meta({ id: 'PlanDraft' });
export type PlanDraft = z.output<typeof PlanDraft>;

const place = {
  region: Region.nullable().default(null),
  provinceId: z.string().max(10).nullable().default(null),
  venueEn: OptionalLine(200),
  venueLo: Line(200),
};

export const PlanInput = z
  .object({
    courseId: Uuid,
    /** Null pins the newest published version. */
    versionId: Uuid.nullable().default(null),
    titleEn: Line(300),
    titleLo: OptionalLine(300),
    ...place,
    days: Days,
    /** The kind of class; null is the usual one. */
    variant: VariantId.nullable().default(null),
    yearEstimated: z.boolean().default(false),
    seats: z.int().min(1).max(500),
    note: z.string().trim().max(2000).default(''),
    team: TeamInput.min(1),
    clashOverride: ClashOverride,
  })
  .refine(({ region, provinceId }) => region !== null || provinceId !== null, {
    path: ['provinceId'],
    message: 'Name a province or a region',
  })
  .meta({ id: 'PlanInput' });
export type PlanInput = z.output<typeof PlanInput>;

export const CohortChange = z
  .object({
    titleEn: Line(300),
    titleLo: Line(300).nullable(),
    region: Region,
    provinceId: z.string().max(10).nullable(),
    venueEn: Line(200).nullable(),
    venueLo: Line(200),
    seats: z.int().min(1).max(500),
    yearEstimated: z.boolean(),
    note: z.string().trim().max(2000),
  })
  .partial()
  .meta({ id: 'CohortChange' });
export type CohortChange = z.output<typeof CohortChange>;

export const Replan = z
  .object({
    days: Days,
    /** Another kind of class, null for the usual one; left out, it stays as it is. */
    variant: VariantId.nullable().optional(),
    clashOverride: ClashOverride,
  })
  .meta({ id: 'Replan' });
export type Replan = z.output<typeof Replan>;
export const TeamChange = z.object({ team: TeamInput.min(1), clashOverride: ClashOverride }).meta({ id: 'TeamChange' });
export type TeamChange = z.output<typeof TeamChange>;
export const Reason = z.object({ reason: Line(500) }).meta({ id: 'Reason' });
export type Reason = z.output<typeof Reason>;

const Place = z.object({ id: z.string(), nameEn: z.string(), nameLo: z.string() });
const Member = z
  .object({
    personId: Uuid,
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    rank: z.string().nullable(),
    role: z.enum(teamRoles),
  })
  .meta({ id: 'TeamMember' });

const head = {
  id: Uuid,
  code: z.string(),
  titleEn: z.string(),
  titleLo: z.string().nullable(),
  region: Region,
  province: Place.nullable(),
  venueEn: z.string().nullable(),
  venueLo: z.string(),
  seats: z.int(),
  seatsTaken: z.int(),
  nominated: z.int(),
  waiting: z.int(),
  startsOn: Day,
  endsOn: Day,
  yearEstimated: z.boolean(),
  state: State,
  version: z.object({ id: Uuid, version: z.string() }),
  course: z.object({ id: Uuid, code: z.string(), titleEn: z.string(), titleLo: z.string().nullable() }),
  /** What the person who asks does in it. */
  myRole: z.enum(teamRoles).nullable(),
};

export const CohortLine = z
  .object({ ...head, lead: z.object({ nameLo: z.string(), nameEn: z.string().nullable() }).nullable() })
  .meta({ id: 'CohortLine' });
export const CohortPage = PageOf(CohortLine).meta({ id: 'CohortPage' });

export const Cohort = z
  .object({
    ...head,
    project: z.object({ id: Uuid, code: z.string(), titleEn: z.string(), titleLo: z.string().nullable() }),
    /** The kind of class that it is, null for the usual one; and those that its version knows. */
    variant: Variant.nullable(),
    variants: z.array(Variant),
    /** The days with sessions, in order. */
    days: z.array(Day),
    stateReason: z.string().nullable(),
    note: z.string(),
    team: z.array(Member),
    createdAt: Instant,
    closedAt: Instant.nullable(),
    allowed: z.array(z.enum(cohortActions)),
  })
  .meta({ id: 'Cohort' });
export type Cohort = z.output<typeof Cohort>;
