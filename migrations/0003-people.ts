import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons, their dated postings, and imports that are previewed before anything is written. */
export class People1795000000003 implements MigrationInterface {
  name = 'People1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create sequence user_name_numbers start 10001;

      create table persons (
        id uuid constraint persons_pk primary key,
        given_name_lo text not null,
        family_name_lo text,
        given_name_en text,
        family_name_en text,
        sex text not null constraint persons_sex_known check (sex in ('female', 'male', 'not_stated')),
        rank text,
        service_number text,
        service_number_key text constraint persons_service_number_once unique,
        phone text,
        birth_year integer constraint persons_birth_year_plausible check (birth_year between 1900 and 2100),
        search_key text not null,
        fictional boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint persons_service_number_with_key check ((service_number is null) = (service_number_key is null))
      );
      create index persons_by_search_key on persons using gin (search_key gin_trgm_ops);
      create index persons_in_lao_order on persons (given_name_lo collate lao, (coalesce(family_name_lo, '')) collate lao, id);

      create table postings (
        id uuid constraint postings_pk primary key,
        person_id uuid not null constraint postings_person_fk references persons (id),
        unit_id uuid not null constraint postings_unit_fk references units (id),
        position text,
        valid_from date not null,
        valid_to date,
        constraint postings_in_order check (valid_to is null or valid_to >= valid_from),
        constraint postings_start_once unique (person_id, valid_from),
        constraint postings_never_overlap exclude using gist (person_id with =, daterange(valid_from, valid_to, '[]') with &&)
      );
      create index postings_of_unit on postings (unit_id, valid_from);

      create table imports (
        id uuid constraint imports_pk primary key,
        file_name text not null,
        columns jsonb not null,
        mapping jsonb not null,
        state text not null constraint imports_state_known check (state in ('previewed', 'confirmed', 'discarded')),
        counts jsonb not null,
        created_by uuid,
        created_at timestamptz not null,
        confirmed_at timestamptz
      );
      create table import_rows (
        import_id uuid not null constraint import_rows_import_fk references imports (id) on delete cascade,
        line integer not null,
        cells jsonb not null,
        verdict text not null constraint import_rows_verdict_known check (verdict in ('new', 'update', 'unchanged', 'duplicate', 'error')),
        decision text not null constraint import_rows_decision_known check (decision in ('take', 'same', 'skip', 'undecided')),
        issues jsonb not null,
        person jsonb,
        person_id uuid,
        constraint import_rows_pk primary key (import_id, line)
      );
      create index import_rows_by_verdict on import_rows (import_id, verdict, line);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_rows;
      drop table imports;
      drop table postings;
      drop table persons;
      drop sequence user_name_numbers;
    `);
  }
}
