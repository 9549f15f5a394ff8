import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gap-free register: series, certificates and the public keys that sign them. */
export class Certificates1795000000010 implements MigrationInterface {
  name = 'Certificates1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signing_keys (
        id text constraint signing_keys_pk primary key,
        public_key text not null,
        created_at timestamptz not null,
        retired_at timestamptz
      );
      create table certificate_series (
        series text not null,
        year integer not null,
        last_number integer not null default 0,
        constraint certificate_series_pk primary key (series, year)
      );
      create table certificates (
        id uuid constraint certificates_pk primary key,
        series text not null,
        year integer not null,
        number integer not null constraint certificates_number_positive check (number > 0),
        code text not null constraint certificates_code_once unique,
        kind text not null constraint certificates_kind_known check (kind in ('completion', 'attendance')),
        person_id uuid not null constraint certificates_person_fk references persons (id),
        cohort_id uuid not null constraint certificates_cohort_fk references cohorts (id),
        token text not null constraint certificates_token_once unique,
        snapshot jsonb not null,
        signing_key_id text not null constraint certificates_signing_key_fk references signing_keys (id),
        signature text not null,
        state text not null constraint certificates_state_known check (state in ('issued', 'revoked', 'replaced')),
        batch_id uuid not null,
        issued_at timestamptz not null,
        issued_by uuid,
        state_changed_at timestamptz,
        state_changed_by uuid,
        state_reason text,
        replaced_by uuid constraint certificates_replacement_fk references certificates (id),
        file_hash text,
        file_bytes integer,
        rendered_at timestamptz,
        constraint certificates_number_once unique (series, year, number),
        constraint certificates_state_with_reason check (state = 'issued' or (state_changed_at is not null and state_reason is not null))
      );
      create unique index certificates_one_valid on certificates (cohort_id, person_id) where state = 'issued';
      create index certificates_of_cohort on certificates (cohort_id, number);
      create index certificates_of_person on certificates (person_id);
      create index certificates_newest on certificates (issued_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table certificates;
      drop table certificate_series;
      drop table signing_keys;
    `);
  }
}
