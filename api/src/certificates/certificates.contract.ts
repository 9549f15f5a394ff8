import { z } from 'zod';
import { Day, IdParam, Instant, Line, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { certificateKinds, obstacles } from './eligibility.rules.js';
import { certificateActions, certificateStates } from './states.rules.js';

export { IdParam };

const Kind = z.enum(certificateKinds);

export const Certificate = z
  .object({
    id: Uuid,
    number: z.string(),
    kind: Kind,
    state: z.enum(certificateStates),
    /** Null for who may see the register without persons. */
    person: z
      .object({
        id: Uuid,
        rankLo: z.string().nullable(),
        nameLo: z.string(),
        nameEn: z.string().nullable(),
        unitLo: z.string().nullable(),
        unitEn: z.string().nullable(),
      })
      .nullable(),
    cohort: z.object({ id: Uuid, code: z.string() }),
    course: z.object({
      titleLo: z.string(),
      titleEn: z.string(),
      versionLabel: z.string(),
      hours: z.int(),
      days: z.int(),
    }),
    startsOn: Day,
    endsOn: Day,
    yearEstimated: z.boolean(),
    issuedOn: Day,
    /** What the QR code opens, without the signature. Null for who may not download. */
    verifyUrl: z.string().nullable(),
    /** Whether the PDF is printed and stored. */
    ready: z.boolean(),
    stateChangedAt: Instant.nullable(),
    stateReason: z.string().nullable(),
    replacedBy: Uuid.nullable(),
    allowed: z.array(z.enum(certificateActions)),
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.output<typeof Certificate>;

export const CertificatesPage = PageOf(Certificate).meta({ id: 'CertificatesPage' });

export const CertificatesQuery = PageQuery.extend({
  state: z.enum(certificateStates).optional(),
  cohortId: Uuid.optional(),
  personId: Uuid.optional(),
  /** A part of a number or of a name. */
  q: z.string().trim().max(100).optional(),
});
export type CertificatesQuery = z.output<typeof CertificatesQuery>;

/** Who of a cohort may be given what, and why not. */
export const EligibilitySheet = z
  .object({
    cohort: z.object({
      id: Uuid,
      code: z.string(),
      titleLo: z.string().nullable(),
      titleEn: z.string(),
      state: z.string(),
      startsOn: Day,
      endsOn: Day,
      yearEstimated: z.boolean(),
    }),
    /** Where the codes of what is issued now lead; `onlyHere`: no phone gets there, only the computer that Khou runs on. */
    checkedAt: z.object({ address: z.string(), onlyHere: z.boolean() }),
    requiredPercent: z.int(),
    /** Null for a version without a post-test. */
    passPercent: z.int().nullable(),
    people: z.array(
      z.object({
        personId: Uuid,
        nameLo: z.string(),
        nameEn: z.string().nullable(),
        rank: z.string().nullable(),
        unitLo: z.string().nullable(),
        unitEn: z.string().nullable(),
        attendance: z.object({ attended: z.int(), of: z.int(), percent: z.number() }),
        postTest: z.object({ percent: z.number(), passed: z.boolean() }).nullable(),
        /** What the person may be given now; null: nothing. */
        mayReceive: Kind.nullable(),
        /** What stands between the person and a certificate of completion. */
        obstacles: z.array(z.enum(obstacles)),
        certificate: z
          .object({ id: Uuid, number: z.string(), kind: Kind, issuedOn: Day, batchId: Uuid, ready: z.boolean() })
          .nullable(),
      }),
    ),
    allowed: z.array(z.enum(['issue', 'download'])),
  })
  .meta({ id: 'EligibilitySheet' });
export type EligibilitySheet = z.output<typeof EligibilitySheet>;

export const IssueRequest = z
  .object({ kind: Kind.default('completion'), personIds: z.array(Uuid).min(1).max(500) })
  .meta({ id: 'IssueCertificates' });
export type IssueRequest = z.output<typeof IssueRequest>;

export const IssuedBatch = z
  .object({ batchId: Uuid, certificates: z.array(z.object({ id: Uuid, personId: Uuid, number: z.string() })) })
  .meta({ id: 'CertificateBatch' });
export type IssuedBatch = z.output<typeof IssuedBatch>;

export const BatchState = z
  .object({ batchId: Uuid, total: z.int(), done: z.int(), failed: z.int(), cancelled: z.int(), finished: z.boolean() })
  .meta({ id: 'BatchProgress' });

export const StateReason = z.object({ reason: Line(500) }).meta({ id: 'CertificateReason' });

export const IssuerSettings = z
  .object({
    prefix: z.string().regex(/^[A-Z0-9]{2,10}$/),
    titleLo: Line(100),
    titleEn: Line(100),
    departmentLo: Line(160),
    departmentEn: Line(160),
    motto: z.boolean(),
  })
  .meta({ id: 'CertificateSettings' });
export type IssuerSettings = z.output<typeof IssuerSettings>;

export const VerificationParam = z.object({ token: z.string().max(200) });

/** What the public check says: the state, and of a certificate that was issued nothing but what stands on its face. */
export const Verification = z
  .object({
    state: z.enum(['valid', 'revoked', 'replaced', 'unknown']),
    revokedOn: Day.nullable(),
    certificate: z
      .object({
        number: z.string(),
        kind: Kind,
        rankLo: z.string().nullable(),
        nameLo: z.string(),
        nameEn: z.string().nullable(),
        unitLo: z.string().nullable(),
        unitEn: z.string().nullable(),
        courseLo: z.string(),
        courseEn: z.string(),
        versionLabel: z.string(),
        hours: z.int(),
        days: z.int(),
        startsOn: Day,
        endsOn: Day,
        yearEstimated: z.boolean(),
        placeLo: z.string(),
        placeEn: z.string(),
        issuedOn: Day,
        issuerLo: z.string(),
        issuerEn: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Verification' });
export type Verification = z.output<typeof Verification>;

export const PublishedKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        kid: z.string(),
        x: z.string(),
        createdAt: Instant,
        retiredAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'CertificateKeys' });
