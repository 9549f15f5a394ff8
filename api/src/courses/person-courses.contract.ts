import { z } from 'zod';
import { Day, IdParam, PageOf, PageQuery, Uuid } from '../http/contract.js';
import { cohortStates } from './cohort-states.rules.js';
import { enrolmentStates } from './enrolment-states.rules.js';
import { teamRoles } from './team.rules.js';

export { IdParam };

export const PersonCoursesQuery = PageQuery;
export type PersonCoursesQuery = z.output<typeof PersonCoursesQuery>;

/** A cohort that somebody learned in or taught. */
export const PersonCourse = z
  .object({
    cohort: z.object({
      id: Uuid,
      code: z.string(),
      titleEn: z.string(),
      titleLo: z.string().nullable(),
      state: z.enum(cohortStates),
      startsOn: Day,
      endsOn: Day,
      yearEstimated: z.boolean(),
    }),
    course: z.object({ id: Uuid, titleEn: z.string(), titleLo: z.string().nullable() }),
    /** Null for whoever was of the team. */
    enrolment: z.enum(enrolmentStates).nullable(),
    /** Null for whoever had a seat. */
    teamRole: z.enum(teamRoles).nullable(),
  })
  .meta({ id: 'PersonCourse' });
export type PersonCourse = z.output<typeof PersonCourse>;
export const PersonCoursesPage = PageOf(PersonCourse).meta({ id: 'PersonCoursesPage' });
