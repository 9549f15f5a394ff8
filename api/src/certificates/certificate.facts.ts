import { z } from 'zod';
import { isPlainDate } from '../kernel/dates.js';

/** One line of text. Control characters have no place on paper and none in a line. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, { error: 'must be one line without control characters' });
const day = z.string().refine(isPlainDate, { error: 'must be a calendar day, YYYY-MM-DD' });

const body = z.object({
  nameLo: line(160).nullable().default(null).describe('In Lao; null when it has no Lao name'),
  nameEn: line(160).describe('In English'),
});

const trainer = z.object({
  nameLo: line(120).describe('Rank and name in Lao'),
  nameEn: line(120).describe('Rank and name in Latin letters'),
  role: z.enum(['lead', 'trainer', 'co-trainer']).describe('The lead trainer signs beside the issuer'),
});

/** All that a certificate says. What is printed comes from here and from nowhere else: the same facts, the same bytes. */
export const certificateFacts = z
  .object({
    number: z
      .string()
      .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, { error: 'must be capitals and digits in groups joined by hyphens' })
      .max(40)
      .describe('Register number with its check character, e.g. DOI-FND-2026-0147-3'),
    kind: z.enum(['completion', 'attendance']).describe('A certificate of completion or a statement of attendance'),
    person: z
      .object({
        rankLo: line(60)
          .nullable()
          .default(null)
          .describe('Rank or honorific in Lao, printed before the name; null: none'),
        rankEn: line(60).nullable().default(null).describe('Rank or honorific in English; null: none'),
        nameLo: line(120).describe('Full name in Lao'),
        nameEn: line(120)
          .nullable()
          .default(null)
          .describe('Full name in Latin letters as in the passport; null: not known'),
        unitLo: line(160).nullable().default(null).describe('Unit or post in Lao on the day of issue'),
        unitEn: line(160).nullable().default(null).describe('Unit or post in English on the day of issue'),
      })
      .describe('Whom it is about, as the register knew the person on the day of issue'),
    course: z
      .object({
        titleLo: line(220).describe('Title of the course in Lao'),
        titleEn: line(220).describe('Title of the course in English'),
        versionLabel: line(30).describe('Version of the curriculum that was taught, e.g. 1.2.0'),
        hours: z.number().int().min(1).max(2000).describe('Taught hours, whole'),
        days: z.number().int().min(1).max(400).describe('Days of the course'),
      })
      .describe('What was taught'),
    startsOn: day.describe('First day of the course'),
    endsOn: day.describe('Last day of the course'),
    yearEstimated: z.boolean().default(false).describe('True when the year is an estimate; printed as such'),
    placeLo: line(240).describe('Place in Lao'),
    placeEn: line(240).describe('Place in English'),
    trainers: z.array(trainer).min(1).max(8).describe('The trainer team, the lead first'),
    issuer: z
      .object({
        titleLo: line(100).describe('Who signs, in Lao: the office, not the person'),
        titleEn: line(100).describe('Who signs, in English'),
        departmentLo: line(160).describe('Issuing body in Lao'),
        departmentEn: line(160).describe('Issuing body in English'),
      })
      .describe('The issuing body and the office that signs'),
    project: body.nullable().default(null).describe('The project that paid for the course; null: none named'),
    donors: z.array(body).max(4).default([]).describe('Donors to be named, at most four'),
    motto: z
      .boolean()
      .default(false)
      .describe('Print the national heading and motto; off unless an administrator turned it on'),
    issuedOn: day.describe('Day of issue; also the date inside the PDF'),
    verifyUrl: z
      .url({ protocol: /^https?$/ })
      .max(420)
      .describe('What the QR code holds: the address of the public check'),
    verifyCode: z
      .string()
      .regex(/^[A-Z0-9]{8,32}$/, { error: 'must be 8 to 32 capitals and digits' })
      .describe('The same code to type by hand, printed in groups of four'),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'must not be before the first day',
  });

export type CertificateFacts = z.output<typeof certificateFacts>;

/** One thing wrong with facts that were handed in; `path` is dotted, e.g. `0.person.nameLo`. */
export interface FactFault {
  readonly path: string;
  readonly message: string;
}

export class FactsUnfit extends Error {
  constructor(readonly faults: readonly FactFault[]) {
    super(
      `The certificate cannot be printed:\n${faults.map(({ path, message }) => `  ${path || '(all)'}: ${message}`).join('\n')}`,
    );
    this.name = 'FactsUnfit';
  }
}

/** Checks the shape and fills in defaults; throws `FactsUnfit` that names every path at fault. */
export function checkedFacts(given: unknown, at = ''): CertificateFacts {
  const answer = certificateFacts.safeParse(given);
  if (answer.success) return answer.data;
  throw new FactsUnfit(
    answer.error.issues.map(({ path, message }) => ({
      path: [at, ...path].filter((part) => part !== '').join('.'),
      message,
    })),
  );
}
