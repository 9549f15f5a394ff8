import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays, who runs and who is partner: donors, agencies, projects. */
export class Programme1795000000005 implements MigrationInterface {
  name = 'Programme1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table donors (
        id uuid constraint donors_pk primary key,
        code text not null constraint donors_code_once unique,
        name_en text not null,
        name_lo text,
        created_at timestamptz not null
      );
      create table agencies (
        id uuid constraint agencies_pk primary key,
        code text not null constraint agencies_code_once unique,
        name_en text not null,
        name_lo text,
        created_at timestamptz not null
      );
      create table projects (
        id uuid constraint projects_pk primary key,
        code text not null constraint projects_code_once unique,
        title_en text not null,
        title_lo text,
        phase integer constraint projects_phase_positive check (phase > 0),
        donor_id uuid not null constraint projects_donor_fk references donors (id),
        implementer_id uuid constraint projects_implementer_fk references agencies (id),
        partner_id uuid constraint projects_partner_fk references agencies (id),
        starts_on date,
        ends_on date,
        note text not null default '',
        created_at timestamptz not null,
        constraint projects_dates_in_order check (starts_on is null or ends_on is null or ends_on >= starts_on)
      );
      create index projects_of_donor on projects (donor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table projects;
      drop table agencies;
      drop table donors;
    `);
  }
}
