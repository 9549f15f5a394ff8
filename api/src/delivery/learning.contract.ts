import { z } from 'zod';
import { Day, Instant } from '../http/contract.js';
import { AttendanceSummary, Mark, Words } from './attendance.contract.js';

export const LessonProgress = z
  .object({
    code: z.string(),
    /** The version that the class has of this module: with the code, where its page is. */
    versionId: z.uuid(),
    title: Words,
    minutes: z.int(),
    /** Ids of the sections that are taught in the class in order, and of those that were finished. */
    sections: z.array(z.string()),
    finished: z.array(z.string()),
    openedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    practice: z.object({ answered: z.int(), correct: z.int() }),
    /** Bytes to fetch for it in either language, pictures included. */
    download: z.object({ en: z.int(), lo: z.int() }),
  })
  .meta({ id: 'LessonProgress' });

export const TestCard = z
  .object({
    code: z.string(),
    purpose: z.enum(['pre-test', 'post-test']),
    title: Words,
    minutes: z.int(),
    questions: z.int(),
    /** `open`: may be begun now; `running`: begun, not sent; `sent`: waits for the test to close; `closed`: its result can be seen. */
    state: z.enum(['open', 'running', 'sent', 'closed', 'waiting']),
    attemptId: z.uuid().nullable(),
    dueAt: Instant.nullable(),
  })
  .meta({ id: 'TestCard' });
export type TestCard = z.output<typeof TestCard>;

export const TodaySession = z.object({
  startsMinute: z.int(),
  minutes: z.int(),
  kind: z.enum(['opening', 'module', 'test', 'break', 'lunch', 'closing']),
  moduleCode: z.string().nullable(),
  title: Words,
  state: z.enum(['done', 'now', 'next', 'later']),
});

const LearnerClass = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  /** The kind of class, null for the usual one: which parts of its pages are taught. */
  variant: z.string().nullable(),
  code: z.string(),
  title: Words,
  venue: z.object({ en: z.string().nullable(), lo: z.string() }),
  startsOn: Day,
  endsOn: Day,
  phase: z.enum(['before', 'running', 'over']),
});

export const Today = z
  .object({
    now: Instant,
    date: Day,
    classes: z.array(
      LearnerClass.extend({
        /** Which of its days this is; null when the class does not meet today. */
        day: z.int().nullable(),
        days: z.int(),
        sessions: z.array(TodaySession),
        next: LessonProgress.nullable(),
        lessons: z.object({ finished: z.int(), of: z.int() }),
        tests: z.array(TestCard),
        attendance: z.object({ marks: z.array(Mark), summary: AttendanceSummary }),
      }),
    ),
  })
  .meta({ id: 'Today' });

export const Lessons = z
  .object({ classes: z.array(LearnerClass.extend({ lessons: z.array(LessonProgress) })) })
  .meta({ id: 'Lessons' });
