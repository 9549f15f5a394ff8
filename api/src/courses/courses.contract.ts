import { z } from 'zod';
import { Line, OptionalLine, PageOf, PageQuery, Uuid } from '../http/contract.js';

export const CourseQuery = PageQuery.extend({ projectId: Uuid.optional() });
export type CourseQuery = z.output<typeof CourseQuery>;

const titles = { titleEn: Line(300), titleLo: OptionalLine(300) };

export const CourseInput = z
  .object({
    code: Line(40)
      .toUpperCase()
      .refine((code) => /^[A-Z0-9][A-Z0-9+/._-]*$/.test(code), 'A code has capitals, digits and + / . _ -'),
    projectId: Uuid,
    curriculumId: Uuid,
    ...titles,
  })
  .meta({ id: 'CourseInput' });
export type CourseInput = z.output<typeof CourseInput>;

/** What may change later: cohorts rest on the project and the curriculum. */
export const CourseChange = z.object(titles).meta({ id: 'CourseChange' });
export type CourseChange = z.output<typeof CourseChange>;

export const Course = z
  .object({
    id: Uuid,
    code: z.string(),
    titleEn: z.string(),
    titleLo: z.string().nullable(),
    project: z.object({
      id: Uuid,
      code: z.string(),
      titleEn: z.string(),
      titleLo: z.string().nullable(),
      donorCode: z.string(),
    }),
    curriculum: z.object({ id: Uuid, code: z.string() }),
    cohorts: z.int(),
    seats: z.int(),
    seatsTaken: z.int(),
    allowed: z.array(z.enum(['edit', 'remove', 'plan'])),
  })
  .meta({ id: 'Course' });
export type Course = z.output<typeof Course>;
export const CoursePage = PageOf(Course).meta({ id: 'CoursePage' });
