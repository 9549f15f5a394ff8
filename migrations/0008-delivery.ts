import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts from the field, stored once each, and what they have been applied to. */
export class Delivery1795000000008 implements MigrationInterface {
  name = 'Delivery1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table facts (
        id uuid constraint facts_pk primary key,
        kind text not null,
        actor_id uuid not null constraint facts_actor_fk references persons (id),
        cohort_id uuid constraint facts_cohort_fk references cohorts (id),
        device_id uuid not null,
        device_seq bigint not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        payload jsonb not null,
        verdict text not null constraint facts_verdict_known check (verdict in ('accepted', 'refused')),
        code text,
        clock_odd boolean not null default false,
        constraint facts_refused_with_code check (verdict = 'accepted' or code is not null)
      );
      create index facts_of_cohort on facts (cohort_id, recorded_at);
      create index facts_of_device on facts (device_id, device_seq);

      create table module_progress (
        cohort_id uuid not null constraint module_progress_cohort_fk references cohorts (id),
        person_id uuid not null constraint module_progress_person_fk references persons (id),
        module_code text not null,
        opened_at timestamptz not null,
        sections text[] not null default '{}',
        finished_at timestamptz,
        constraint module_progress_pk primary key (cohort_id, person_id, module_code)
      );

      create table practice_answers (
        cohort_id uuid not null constraint practice_answers_cohort_fk references cohorts (id),
        person_id uuid not null constraint practice_answers_person_fk references persons (id),
        question_id text not null,
        first_correct boolean not null,
        first_at timestamptz not null,
        first_fact uuid not null,
        last_correct boolean not null,
        last_at timestamptz not null,
        last_fact uuid not null,
        constraint practice_answers_pk primary key (cohort_id, person_id, question_id)
      );

      create table attendance (
        cohort_id uuid not null constraint attendance_cohort_fk references cohorts (id),
        person_id uuid not null constraint attendance_person_fk references persons (id),
        date date not null,
        half text not null constraint attendance_half_known check (half in ('am', 'pm')),
        mark text not null constraint attendance_mark_known check (mark in ('present', 'late', 'excused', 'absent')),
        marked_at timestamptz not null,
        marked_by uuid not null,
        fact_id uuid not null,
        constraint attendance_pk primary key (cohort_id, person_id, date, half)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table attendance;
      drop table practice_answers;
      drop table module_progress;
      drop table facts;
    `);
  }
}
