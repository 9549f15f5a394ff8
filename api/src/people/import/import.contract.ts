import { z } from 'zod';
import { Day, Instant, PageOf, PageQuery, Uuid } from '../../http/contract.js';
import { UnitName } from '../../places/index.js';
import { importFields } from './columns.rules.js';
import { issueCodes, issueLevels } from './issues.rules.js';
import { decisions, verdicts } from './judge.rules.js';

const Field = z.enum(importFields).meta({ id: 'ImportField' });
const Verdict = z.enum(verdicts).meta({ id: 'ImportVerdict' });
const Decision = z.enum(decisions).meta({ id: 'ImportDecision' });

export const PeopleImport = z
  .object({
    id: Uuid,
    fileName: z.string(),
    state: z.enum(['previewed', 'confirmed', 'discarded']),
    columns: z.array(
      z.object({
        heading: z.string(),
        /** The first few cells below the heading. */
        samples: z.array(z.string()),
        field: Field.nullable(),
      }),
    ),
    /** For rows that name no unit. */
    unit: UnitName.nullable(),
    /** For rows that name no date; null: today. */
    postedFrom: Day.nullable(),
    counts: z.object({
      new: z.number(),
      update: z.number(),
      unchanged: z.number(),
      duplicate: z.number(),
      error: z.number(),
    }),
    /** Suspected duplicates that wait for a decision. */
    undecided: z.number().int(),
    /** Rows that confirming would write, as things are decided now. */
    toWrite: z.number().int(),
    /** Those of them that become new people. */
    added: z.number().int(),
    createdAt: Instant,
    confirmedAt: Instant.nullable(),
  })
  .meta({ id: 'PeopleImport' });
export type PeopleImport = z.output<typeof PeopleImport>;

export const ImportMapping = z
  .object({
    /** One for each column, in order. */
    fields: z.array(Field.nullable()).max(60),
    unitId: Uuid.nullable().default(null),
    postedFrom: Day.nullable().default(null),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.output<typeof ImportMapping>;

const Issue = z
  .object({
    level: z.enum(issueLevels),
    code: z.enum(issueCodes),
    field: Field.nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: 'ImportIssue' });

export const ImportLine = z
  .object({
    line: z.number().int(),
    verdict: Verdict,
    decision: Decision,
    choices: z.array(Decision),
    issues: z.array(Issue),
    nameLo: z.string().nullable(),
    nameEn: z.string().nullable(),
    serviceNumber: z.string().nullable(),
    rank: z.string().nullable(),
    unit: UnitName.nullable(),
    /** The person it is, or may be, about; after confirmation the person it became. */
    personId: Uuid.nullable(),
    cells: z.array(z.string()),
  })
  .meta({ id: 'ImportLine' });
export type ImportLine = z.output<typeof ImportLine>;
export const ImportLines = PageOf(ImportLine);

export const ImportLinesQuery = PageQuery.extend({ verdict: z.enum(verdicts).optional() });
export type ImportLinesQuery = z.output<typeof ImportLinesQuery>;

/** Decides some rows, or all suspected duplicates that are still open. */
export const ImportDecisions = z
  .object({
    decision: z.enum(['take', 'same', 'skip']),
    lines: z.union([z.array(z.number().int()).min(1).max(500), z.literal('undecided')]),
  })
  .meta({ id: 'ImportDecisions' });
export type ImportDecisions = z.output<typeof ImportDecisions>;

export const ImportConfirmation = z
  .object({ leaveOutErrors: z.boolean().default(false) })
  .meta({ id: 'ImportConfirmation' });
export type ImportConfirmation = z.output<typeof ImportConfirmation>;

export const TemplateParam = z.object({ format: z.enum(['csv', 'xlsx']) });
