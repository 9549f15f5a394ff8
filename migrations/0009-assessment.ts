import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts with the paper each person was given, and the saved answers. */
export class Assessment1795000000009 implements MigrationInterface {
  name = 'Assessment1795000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attempts (
        id uuid constraint attempts_pk primary key,
        cohort_id uuid not null constraint attempts_cohort_fk references cohorts (id),
        person_id uuid not null constraint attempts_person_fk references persons (id),
        version_id uuid not null,
        test_code text not null,
        number integer not null,
        paper jsonb not null,
        state text not null constraint attempts_state_known check (state in ('open', 'submitted', 'marked')),
        opened_at timestamptz not null,
        due_at timestamptz not null,
        submitted_at timestamptz,
        submitted_seq bigint,
        received_at timestamptz,
        closed_at timestamptz,
        late boolean not null default false,
        late_accepted_at timestamptz,
        late_accepted_by uuid,
        points double precision,
        points_possible integer not null,
        percent double precision,
        passed boolean,
        constraint attempts_test_fk foreign key (version_id, test_code) references tests (version_id, code),
        constraint attempts_once unique (cohort_id, person_id, test_code, number),
        constraint attempts_marked_with_result check ((state = 'marked') = (percent is not null))
      );
      create index attempts_of_person on attempts (person_id, cohort_id);

      create table responses (
        attempt_id uuid not null constraint responses_attempt_fk references attempts (id),
        question_id text not null,
        late boolean not null,
        seq bigint not null,
        answer jsonb not null,
        answered_at timestamptz not null,
        recorded_at timestamptz not null,
        device_id uuid not null,
        fact_id uuid not null,
        points double precision,
        constraint responses_pk primary key (attempt_id, question_id, late)
      );

      create table test_windows (
        cohort_id uuid not null constraint test_windows_cohort_fk references cohorts (id),
        test_code text not null,
        opened_at timestamptz not null,
        opened_by uuid not null,
        closed_at timestamptz,
        closed_by uuid,
        constraint test_windows_pk primary key (cohort_id, test_code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table test_windows;
      drop table responses;
      drop table attempts;
    `);
  }
}
