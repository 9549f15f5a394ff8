import { z } from 'zod';
import { Words } from '../delivery/index.js';
import { Instant } from '../http/contract.js';
import { Answer, PaperQuestion } from './paper.contract.js';

export const Beginning = z
  .object({ cohortId: z.uuid(), testCode: z.string().min(1).max(60) })
  .meta({ id: 'AttemptBeginning' });
export type Beginning = z.output<typeof Beginning>;

/** A paper on its way to the person who sits the test. Field by field: what is not named here, keys above all, is not sent. */
export const Attempt = z
  .object({
    id: z.uuid(),
    cohortId: z.uuid(),
    testCode: z.string(),
    title: Words,
    number: z.int(),
    openedAt: Instant,
    dueAt: Instant,
    /** The server's clock at this moment: the time left is counted on it. */
    now: Instant,
    questions: z.array(PaperQuestion),
    /** What was saved before, so that an attempt goes on after a reload or on another phone. */
    answers: z.array(z.object({ question: z.string(), seq: z.int(), answer: Answer })),
  })
  .meta({ id: 'Attempt' });

export const TestParam = z.object({ id: z.uuid(), code: z.string().min(1).max(60) });

const Sitting = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['running', 'overdue', 'sent', 'closed']),
  answered: z.int(),
  openedAt: Instant,
  dueAt: Instant,
  submittedAt: Instant.nullable(),
  /** Answers came after the time, and whether somebody decided that they count. */
  late: z.boolean(),
  lateAccepted: z.boolean(),
});

export const ClassTests = z
  .object({
    tests: z.array(
      z.object({
        code: z.string(),
        purpose: z.enum(['pre-test', 'post-test']),
        title: Words,
        minutes: z.int(),
        passPercent: z.int(),
        questions: z.int(),
        state: z.enum(['closed', 'open', 'never-open']),
        openedAt: Instant.nullable(),
        closedAt: Instant.nullable(),
        people: z.array(
          z.object({
            personId: z.uuid(),
            nameLo: z.string(),
            nameEn: z.string().nullable(),
            attempts: z.array(Sitting),
          }),
        ),
        allowed: z.array(z.enum(['open', 'close'])),
      }),
    ),
  })
  .meta({ id: 'ClassTests' });
