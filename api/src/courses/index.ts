export { CoursesModule } from './courses.module.js';
export { CoursesService } from './courses.service.js';
export { CohortsService } from './cohorts.service.js';
export { EnrolmentsService } from './enrolments.service.js';
export { TimetableService } from './timetable.service.js';
export { MembershipService } from './membership.service.js';
export { type CohortFacts, CohortRecordService } from './cohort-record.service.js';
export type { Membership, RosterEntry, TraineeCohort } from './membership.store.js';
export type { SessionFound } from './timetable.store.js';
export type { CourseInput } from './courses.contract.js';
export type { Cohort, CohortQuery, PlanInput } from './cohorts.contract.js';
export type { CohortAction, CohortState } from './cohort-states.rules.js';
export { type EnrolmentState, seatedStates } from './enrolment-states.rules.js';
export { type TeamMember, type TeamRole, teaches } from './team.rules.js';
export {
  type AgendaEntry,
  defaultClock,
  type SessionKind,
  type Slot,
  taughtMinutes,
  timetable,
} from './timetable.rules.js';
export {
  CohortPinRow,
  CohortRow,
  CohortTrainerRow,
  CohortUpgradeRow,
  CourseRow,
  EnrolmentRow,
  TimetableSessionRow,
} from './courses.rows.js';
export { CohortVersionsService } from './cohort-versions.service.js';
export { type CohortVersions, knownVersions, placed, shownVersions } from './cohort-versions.rules.js';
export { OpenedTests } from './opened-tests.js';
export { refuseCourse } from './courses.failures.js';
