import { z } from 'zod';
import { Words } from '../delivery/index.js';
import { Instant } from '../http/contract.js';
import { Answer, PaperQuestion } from './paper.contract.js';

const head = {
  attemptId: z.uuid(),
  cohortId: z.uuid(),
  cohort: Words,
  testCode: z.string(),
  title: Words,
  number: z.int(),
  passPercent: z.int(),
  openedAt: Instant,
  submittedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  late: z.boolean(),
  lateAccepted: z.boolean(),
};

/** What tells right from wrong where one right answer is not the only one. */
const leeway = {
  /** Of a number: how far it may be off. */
  tolerance: z.number().nullable(),
  /** Of a short answer: the spellings it is compared with, answer by answer. */
  accepted: z.array(z.array(z.string())).nullable(),
  /** Of a matching: every right choice, row by row. */
  matches: z.record(z.string(), z.array(z.string())).nullable(),
};

export const ResultList = z
  .object({
    /** Newest first; percent and passed are null until the test is closed. */
    items: z.array(z.object({ ...head, percent: z.number().nullable(), passed: z.boolean().nullable() })),
  })
  .meta({ id: 'ResultList' });

export const Result = z
  .object({
    ...head,
    percent: z.number(),
    passed: z.boolean(),
    points: z.number(),
    pointsPossible: z.int(),
    objectives: z.array(z.object({ id: z.string(), text: Words.nullable(), points: z.number(), of: z.number() })),
    /** Empty after a pre-test: colleagues may still get the same questions. */
    questions: z.array(
      z.object({
        id: z.string(),
        objective: z.string(),
        asked: PaperQuestion,
        /** An answer that earns every point. */
        key: Answer,
        ...leeway,
        answer: Answer,
        points: z.number(),
        of: z.int(),
        rationale: Words,
        /** Of a case: why, part by part. */
        parts: z.array(z.object({ id: z.string(), rationale: Words, ...leeway })),
      }),
    ),
  })
  .meta({ id: 'Result' });

export const ClassResults = z
  .object({
    testCode: z.string(),
    title: Words,
    passPercent: z.int(),
    taken: z.int(),
    passed: z.int(),
    of: z.int(),
    mean: z.number().nullable(),
    people: z.array(
      z.object({
        personId: z.uuid(),
        nameLo: z.string(),
        nameEn: z.string().nullable(),
        unitLo: z.string().nullable(),
        unitEn: z.string().nullable(),
        /** The best attempt; null for whoever has none that is marked. */
        best: z
          .object({
            attemptId: z.uuid(),
            number: z.int(),
            percent: z.number(),
            passed: z.boolean(),
            late: z.boolean(),
            lateAccepted: z.boolean(),
            closed: z.boolean(),
          })
          .nullable(),
      }),
    ),
    objectives: z.array(z.object({ id: z.string(), text: Words.nullable(), points: z.number(), of: z.number() })),
    /** Hardest first. */
    questions: z.array(
      z.object({ id: z.string(), objective: z.string(), prompt: Words, taken: z.int(), facility: z.number() }),
    ),
  })
  .meta({ id: 'ClassResults' });
