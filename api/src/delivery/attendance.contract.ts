import { z } from 'zod';
import { Day, Instant } from '../http/contract.js';
import { attendanceMarks, halves } from './attendance.rules.js';

/** A text in English, and in Lao where it was translated. */
export const Words = z.object({ en: z.string(), lo: z.string().nullable() });

export const HalfDay = z.object({ date: Day, half: z.enum(halves) });

export const AttendanceSummary = z
  .object({
    attended: z.int(),
    of: z.int(),
    percent: z.number(),
    late: z.int(),
    excused: z.int(),
    absent: z.int(),
    unmarked: z.int(),
  })
  .meta({ id: 'AttendanceSummary' });

export const Mark = HalfDay.extend({ mark: z.enum(attendanceMarks), markedAt: Instant });

export const AttendanceSheet = z
  .object({
    cohortId: z.uuid(),
    code: z.string(),
    title: Words,
    /** The half-days on which the class meets, in order. */
    halfDays: z.array(HalfDay),
    people: z.array(
      z.object({
        personId: z.uuid(),
        nameLo: z.string(),
        nameEn: z.string().nullable(),
        rank: z.string().nullable(),
        unitLo: z.string().nullable(),
        unitEn: z.string().nullable(),
        marks: z.array(Mark),
        summary: AttendanceSummary,
      }),
    ),
    /** The share of half-days that a certificate of completion needs. */
    requiredPercent: z.int(),
    allowed: z.array(z.enum(['mark'])),
  })
  .meta({ id: 'AttendanceSheet' });
