import { z } from 'zod';
import { Instant, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { cardStates } from './card.rules.js';
import { enrolmentActions, enrolmentStates } from './enrolment-states.rules.js';

const State = z.enum(enrolmentStates);
const Sex = z.enum(['female', 'male', 'not_stated']);
const UnitLabel = z.object({ id: Uuid, nameEn: z.string(), nameLo: z.string() });

export const EnrolmentParam = z.object({ id: Uuid, enrolmentId: Uuid });
export const EnrolmentQuery = PageQuery.extend({ state: State.optional() });
export type EnrolmentQuery = z.output<typeof EnrolmentQuery>;

export const Nomination = z.object({ personIds: z.array(Uuid).min(1).max(500) }).meta({ id: 'Nomination' });
export type Nomination = z.output<typeof Nomination>;

export const Confirmation = z
  .object({
    enrolmentIds: z.array(Uuid).min(1).max(500),
    /** Whoever finds no seat goes to the waiting list; otherwise too few seats refuse all. */
    orWait: z.boolean().default(false),
  })
  .meta({ id: 'Confirmation' });
export type Confirmation = z.output<typeof Confirmation>;

export const Enrolment = z
  .object({
    id: Uuid,
    personId: Uuid,
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    sex: Sex,
    /** Rank and unit as they were when the person was nominated. */
    rank: z.string().nullable(),
    unit: UnitLabel.nullable(),
    state: State,
    reason: z.string().nullable(),
    /** 1 is the next to get a seat; null for whoever does not wait. */
    waitingPlace: z.int().nullable(),
    /** What the person can sign in with. Null for who may not print cards, and where the account is suspended. */
    card: z.enum(cardStates).nullable(),
    nominatedAt: Instant,
    changedAt: Instant,
    allowed: z.array(z.enum([...enrolmentActions, 'print_card'])),
  })
  .meta({ id: 'Enrolment' });
export type Enrolment = z.output<typeof Enrolment>;
export const EnrolmentPage = PageOf(Enrolment).meta({ id: 'EnrolmentPage' });

/** Who was nominated now, and how many had been before. */
export const NominationOutcome = z.object({ nominated: z.int(), already: z.int() }).meta({ id: 'NominationOutcome' });
export const ConfirmationOutcome = z
  .object({ confirmed: z.array(Uuid), waiting: z.array(Uuid), seats: z.int(), seatsTaken: z.int() })
  .meta({ id: 'ConfirmationOutcome' });
/** Who moved up from the waiting list into the seat that became free. */
export const WithdrawalOutcome = z
  .object({ movedUp: z.array(Uuid), seats: z.int(), seatsTaken: z.int() })
  .meta({ id: 'WithdrawalOutcome' });

export const CandidateQuery = PageQuery.extend({
  /** Part of a name, a service number or a unit. */
  q: z.string().trim().min(2).max(100),
  cohortId: Uuid.optional(),
});
export type CandidateQuery = z.output<typeof CandidateQuery>;

/** A person who could be nominated: no more than it takes to choose. */
export const Candidate = z
  .object({
    personId: Uuid,
    nameLo: z.string(),
    nameEn: z.string().nullable(),
    sex: Sex,
    rank: z.string().nullable(),
    unit: UnitLabel.nullable(),
    /** The state in the cohort asked about, if there is one. */
    enrolment: State.nullable(),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.output<typeof Candidate>;
export const CandidatePage = PageOf(Candidate).meta({ id: 'CandidatePage' });
