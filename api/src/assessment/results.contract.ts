import { z } from 'zod';
import { Words } from '../delivery/index.js';
import { Instant } from '../http/contract.js';
import { Answer } from './attempts.contract.js';

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
    questions: z.array(
      z.object({
        id: z.string(),
        type: z.enum(['single', 'multiple', 'true-false', 'number']),
        objective: z.string(),
        prompt: Words,
        options: z.array(z.object({ id: z.string(), text: Words, correct: z.boolean() })).nullable(),
        key: z.union([z.boolean(), z.object({ value: z.number(), tolerance: z.number() })]).nullable(),
        answer: Answer,
        points: z.number(),
        of: z.int(),
        rationale: Words,
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
