import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses, cohorts pinned to a version, their days, trainer team, timetable and enrolments. */
export class Courses1795000000007 implements MigrationInterface {
  name = 'Courses1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table courses (
        id uuid constraint courses_pk primary key,
        code text not null constraint courses_code_once unique,
        project_id uuid not null constraint courses_project_fk references projects (id),
        curriculum_id uuid not null constraint courses_curriculum_fk references curricula (id),
        title_en text not null,
        title_lo text,
        created_at timestamptz not null,
        created_by uuid
      );
      create index courses_of_project on courses (project_id);

      create table cohorts (
        id uuid constraint cohorts_pk primary key,
        course_id uuid not null constraint cohorts_course_fk references courses (id),
        version_id uuid not null constraint cohorts_version_fk references curriculum_versions (id),
        code text not null constraint cohorts_code_once unique,
        title_en text not null,
        title_lo text,
        region text not null constraint cohorts_region_known check (region in ('northern', 'central', 'southern')),
        province_id text constraint cohorts_province_fk references provinces (id),
        venue_en text,
        venue_lo text not null,
        seats integer not null constraint cohorts_seats_positive check (seats > 0),
        seats_taken integer not null default 0 constraint cohorts_never_overbooked check (seats_taken between 0 and seats),
        starts_on date not null,
        ends_on date not null,
        year_estimated boolean not null default false,
        state text not null constraint cohorts_state_known check (state in ('planned', 'running', 'closed', 'cancelled')),
        state_reason text,
        note text not null default '',
        created_at timestamptz not null,
        created_by uuid,
        closed_at timestamptz,
        constraint cohorts_dates_in_order check (ends_on >= starts_on)
      );
      create index cohorts_of_course on cohorts (course_id);
      create index cohorts_by_start on cohorts (starts_on desc, id desc);
      create index cohorts_of_planner on cohorts (created_by);

      create table cohort_trainers (
        cohort_id uuid not null constraint cohort_trainers_cohort_fk references cohorts (id),
        person_id uuid not null constraint cohort_trainers_person_fk references persons (id),
        role text not null constraint cohort_trainers_role_known check (role in ('lead', 'co-trainer', 'observer', 'resource')),
        constraint cohort_trainers_pk primary key (cohort_id, person_id)
      );
      create index cohort_trainers_of_person on cohort_trainers (person_id);

      create table timetable_sessions (
        id uuid constraint timetable_sessions_pk primary key,
        cohort_id uuid not null constraint timetable_sessions_cohort_fk references cohorts (id),
        date date not null,
        starts_minute integer not null constraint timetable_sessions_start_in_day check (starts_minute between 0 and 1439),
        minutes integer not null constraint timetable_sessions_minutes_positive check (minutes > 0),
        kind text not null constraint timetable_sessions_kind_known check (kind in ('opening', 'module', 'test', 'break', 'lunch', 'closing')),
        module_code text,
        test_code text,
        title_en text not null,
        title_lo text,
        part integer not null default 1,
        -- Deferrable: sessions that swap their hours do so in one statement.
        constraint timetable_sessions_start_once unique (cohort_id, date, starts_minute) deferrable
      );

      create table enrolments (
        id uuid constraint enrolments_pk primary key,
        cohort_id uuid not null constraint enrolments_cohort_fk references cohorts (id),
        person_id uuid not null constraint enrolments_person_fk references persons (id),
        state text not null constraint enrolments_state_known check (state in ('nominated', 'confirmed', 'waiting', 'withdrawn', 'completed', 'incomplete')),
        rank_at_enrolment text,
        unit_id uuid constraint enrolments_unit_fk references units (id),
        nominated_at timestamptz not null,
        nominated_by uuid,
        changed_at timestamptz not null,
        changed_by uuid,
        reason text,
        constraint enrolments_once unique (cohort_id, person_id)
      );
      create index enrolments_of_person on enrolments (person_id, cohort_id);
      create index enrolments_waiting on enrolments (cohort_id, changed_at, id) where state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table enrolments;
      drop table timetable_sessions;
      drop table cohort_trainers;
      drop table cohorts;
      drop table courses;
    `);
  }
}
