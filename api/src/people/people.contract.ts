import { z } from 'zod';
import { roles } from '../access/index.js';
import { Day, Instant, Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { UnitName } from '../places/index.js';
import { sexes } from './names.rules.js';
import { personActions } from './actions.rules.js';

export const accountStates = ['invited', 'active', 'suspended'] as const;

const PersonAccount = z
  .object({
    userName: z.string(),
    state: z.enum(accountStates),
    roles: z.array(z.enum(roles)),
    /** Until when a printed card that nobody has used is good; null where there is none. */
    cardUntil: Instant.nullable(),
  })
  .meta({ id: 'PersonAccount' });

const summary = {
  id: Uuid,
  nameLo: z.string(),
  nameEn: z.string().nullable(),
  rank: z.string().nullable(),
  serviceNumber: z.string().nullable(),
  /** Where the person is posted today. */
  unit: UnitName.nullable(),
  position: z.string().nullable(),
  account: PersonAccount.nullable(),
  fictional: z.boolean(),
};

export const PersonSummary = z.object(summary).meta({ id: 'PersonSummary' });
export type PersonSummary = z.output<typeof PersonSummary>;
export const People = PageOf(PersonSummary);

const Posting = z
  .object({
    id: Uuid,
    unit: UnitName,
    position: z.string().nullable(),
    validFrom: Day,
    validTo: Day.nullable(),
  })
  .meta({ id: 'Posting' });

export const Person = z
  .object({
    ...summary,
    givenNameLo: z.string(),
    familyNameLo: z.string().nullable(),
    givenNameEn: z.string().nullable(),
    familyNameEn: z.string().nullable(),
    sex: z.enum(sexes),
    phone: z.string().nullable(),
    birthYear: z.number().int().nullable(),
    /** Newest first. */
    postings: z.array(Posting),
    createdAt: Instant,
    updatedAt: Instant,
    allowed: z.array(z.enum(personActions)),
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof Person>;

export const PeopleQuery = PageQuery.extend({
  q: z.string().max(200).optional(),
  /** Posted there today, or to a unit below it. `none`: posted nowhere today. */
  unit: z.union([Uuid, z.literal('none')]).optional(),
  role: z.enum(roles).optional(),
  /** `none`: persons without an account. */
  state: z.enum([...accountStates, 'none']).optional(),
});
export type PeopleQuery = z.output<typeof PeopleQuery>;

const facts = {
  givenNameLo: Line(120),
  familyNameLo: OptionalLine(120),
  givenNameEn: OptionalLine(120),
  familyNameEn: OptionalLine(120),
  sex: z.enum(sexes).default('not_stated'),
  rank: OptionalLine(80),
  serviceNumber: OptionalLine(40),
  phone: z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    z
      .string()
      .trim()
      .max(30)
      .regex(/^\+?[\d\s()./-]{5,}$/, 'A phone number has digits')
      .nullable()
      .default(null),
  ),
  birthYear: z.number().int().min(1900).max(2100).nullable().default(null),
};

export const NewPerson = z
  .object({
    ...facts,
    unitId: Uuid.nullable().default(null),
    position: OptionalLine(120),
    /** Since when the person is at the unit; today when left out. */
    postedFrom: Day.nullable().default(null),
    /** Set after looking at those on record who may be the same person. */
    isAnother: z.boolean().default(false),
  })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.output<typeof NewPerson>;

/** What is left out stays as it is; null empties it. */
export const PersonChange = z
  .object({
    givenNameLo: facts.givenNameLo,
    familyNameLo: Line(120).nullable(),
    givenNameEn: Line(120).nullable(),
    familyNameEn: Line(120).nullable(),
    sex: z.enum(sexes),
    rank: Line(80).nullable(),
    serviceNumber: Line(40).nullable(),
    phone: z
      .string()
      .trim()
      .max(30)
      .regex(/^\+?[\d\s()./-]{5,}$/, 'A phone number has digits')
      .nullable(),
    birthYear: z.number().int().min(1900).max(2100).nullable(),
  })
  .partial()
  .meta({ id: 'PersonChange' });
export type PersonChange = z.output<typeof PersonChange>;

export const NewPosting = z
  .object({ unitId: Uuid, position: OptionalLine(120), validFrom: Day })
  .meta({ id: 'NewPosting' });
export type NewPosting = z.output<typeof NewPosting>;

export const PostingChange = z
  .object({ unitId: Uuid, position: Line(120).nullable(), validFrom: Day, validTo: Day.nullable() })
  .partial()
  .meta({ id: 'PostingChange' });
export type PostingChange = z.output<typeof PostingChange>;

export const PostingParam = z.object({ id: Uuid, postingId: Uuid });
export const RoleParam = z.object({ id: Uuid, role: z.enum(roles) });

/** One card each; whoever has no account yet gets one as a trainee. */
export const CardsOrder = z.object({ personIds: z.array(Uuid).min(1).max(400) }).meta({ id: 'CardsOrder' });
export type CardsOrder = z.output<typeof CardsOrder>;
