import { Module } from '@nestjs/common';
import { CurriculaModule } from '../curricula/index.js';
import { PeopleModule } from '../people/index.js';
import { CohortRecordService } from './cohort-record.service.js';
import { CohortVersionsService } from './cohort-versions.service.js';
import { CohortVersionsStore } from './cohort-versions.store.js';
import { CohortsController } from './cohorts.controller.js';
import { CohortsService } from './cohorts.service.js';
import { CohortsStore } from './cohorts.store.js';
import { CoursesController } from './courses.controller.js';
import { CoursesService } from './courses.service.js';
import { CoursesStore } from './courses.store.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsService } from './enrolments.service.js';
import { EnrolmentsStore } from './enrolments.store.js';
import { MembershipService } from './membership.service.js';
import { MembershipStore } from './membership.store.js';
import { OpenedTests } from './opened-tests.js';
import { PersonCoursesController } from './person-courses.controller.js';
import { PersonCoursesService } from './person-courses.service.js';
import { PersonCoursesStore } from './person-courses.store.js';
import { PlanningService } from './planning.service.js';
import { SeatsHealth } from './seats.health.js';
import { TimetableService } from './timetable.service.js';
import { TimetableStore } from './timetable.store.js';
import { UpgradesController } from './upgrades.controller.js';
import { UpgradesService } from './upgrades.service.js';
import { UpgradesStore } from './upgrades.store.js';
import { VariantsStore } from './variants.store.js';

@Module({
  imports: [CurriculaModule, PeopleModule],
  controllers: [
    CoursesController,
    CohortsController,
    EnrolmentsController,
    PersonCoursesController,
    UpgradesController,
  ],
  providers: [
    SeatsHealth,
    CoursesStore,
    CohortsStore,
    TimetableStore,
    EnrolmentsStore,
    MembershipStore,
    CoursesService,
    PlanningService,
    CohortsService,
    TimetableService,
    EnrolmentsService,
    MembershipService,
    CohortRecordService,
    CohortVersionsStore,
    CohortVersionsService,
    OpenedTests,
    UpgradesStore,
    UpgradesService,
    VariantsStore,
    PersonCoursesStore,
    PersonCoursesService,
  ],
  exports: [
    CoursesService,
    CohortsService,
    TimetableService,
    EnrolmentsService,
    MembershipService,
    CohortRecordService,
    CohortVersionsService,
    OpenedTests,
  ],
})
export class CoursesModule {}
