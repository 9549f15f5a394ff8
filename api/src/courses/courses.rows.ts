import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Region } from '../places/index.js';
import type { CohortState } from './cohort-states.rules.js';
import type { EnrolmentState } from './enrolment-states.rules.js';
import type { TeamRole } from './team.rules.js';
import type { SessionKind } from './timetable.rules.js';
import type { ContentKind } from './cohort-versions.rules.js';
import type { UpgradeChoice } from './upgrade.rules.js';

@Entity('courses')
export class CourseRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { name: 'project_id' }) projectId!: string;
  @Column('uuid', { name: 'curriculum_id' }) curriculumId!: string;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
}

@Entity('cohorts')
export class CohortRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('text') region!: Region;
  @Column('text', { name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column('text', { name: 'venue_en', nullable: true }) venueEn!: string | null;
  @Column('text', { name: 'venue_lo' }) venueLo!: string;
  @Column('integer') seats!: number;
  @Column('integer', { name: 'seats_taken', default: 0 }) seatsTaken!: number;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('boolean', { name: 'year_estimated', default: false }) yearEstimated!: boolean;
  @Column('text') state!: CohortState;
  @Column('text', { name: 'state_reason', nullable: true }) stateReason!: string | null;
  @Column('text', { default: '' }) note!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** The kind of class, as the version names it; null for the usual one. */
  @Column('text', { nullable: true }) variant!: string | null;
}

@Entity('cohort_trainers')
export class CohortTrainerRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: TeamRole;
}

@Entity('timetable_sessions')
export class TimetableSessionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('date') date!: string;
  @Column('integer', { name: 'starts_minute' }) startsMinute!: number;
  @Column('integer') minutes!: number;
  @Column('text') kind!: SessionKind;
  @Column('text', { name: 'module_code', nullable: true }) moduleCode!: string | null;
  @Column('text', { name: 'test_code', nullable: true }) testCode!: string | null;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('integer', { default: 1 }) part!: number;
}

@Entity('enrolments')
export class EnrolmentRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') state!: EnrolmentState;
  @Column('text', { name: 'rank_at_enrolment', nullable: true }) rankAtEnrolment!: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column('timestamptz', { name: 'nominated_at' }) nominatedAt!: Date;
  @Column('uuid', { name: 'nominated_by', nullable: true }) nominatedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}

@Entity('cohort_pins')
export class CohortPinRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text') kind!: ContentKind;
  @PrimaryColumn('text') code!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
}

@Entity('cohort_upgrades')
export class CohortUpgradeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'from_version_id' }) fromVersionId!: string;
  @Column('uuid', { name: 'to_version_id' }) toVersionId!: string;
  @Column('text') choice!: UpgradeChoice;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'decided_by' }) decidedBy!: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
}
