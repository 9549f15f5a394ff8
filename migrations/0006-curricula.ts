import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Curricula and their immutable versions: modules, pages ready to send, questions, tests. */
export class Curricula1795000000006 implements MigrationInterface {
  name = 'Curricula1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table curricula (
        id uuid constraint curricula_pk primary key,
        code text not null constraint curricula_code_once unique,
        created_at timestamptz not null
      );
      create table curriculum_versions (
        id uuid constraint curriculum_versions_pk primary key,
        curriculum_id uuid not null constraint curriculum_versions_curriculum_fk references curricula (id),
        version text not null,
        major integer not null,
        minor integer not null,
        patch integer not null,
        content_hash text not null,
        canonical jsonb not null,
        title_en text not null,
        title_lo text,
        series text not null,
        days integer not null,
        published_at timestamptz not null,
        published_by uuid,
        constraint curriculum_versions_once unique (curriculum_id, version),
        constraint curriculum_versions_content_once unique (curriculum_id, content_hash)
      );
      create table modules (
        version_id uuid not null constraint modules_version_fk references curriculum_versions (id),
        code text not null,
        position integer not null,
        minutes integer not null,
        title_en text not null,
        title_lo text,
        objectives jsonb not null,
        constraint modules_pk primary key (version_id, code),
        constraint modules_position_once unique (version_id, position)
      );
      create table module_pages (
        version_id uuid not null,
        module_code text not null,
        locale text not null constraint module_pages_locale_known check (locale in ('lo', 'en')),
        audience text not null constraint module_pages_audience_known check (audience in ('participant', 'trainer')),
        body text not null,
        hash text not null,
        compressed_bytes integer not null,
        constraint module_pages_pk primary key (version_id, module_code, locale, audience),
        constraint module_pages_module_fk foreign key (version_id, module_code) references modules (version_id, code)
      );
      create table questions (
        version_id uuid not null constraint questions_version_fk references curriculum_versions (id),
        id text not null,
        module_code text not null,
        position integer not null,
        use text not null constraint questions_use_known check (use in ('practice', 'graded')),
        type text not null,
        objective text not null,
        points integer not null,
        content jsonb not null,
        constraint questions_pk primary key (version_id, id),
        constraint questions_module_fk foreign key (version_id, module_code) references modules (version_id, code)
      );
      create table tests (
        version_id uuid not null constraint tests_version_fk references curriculum_versions (id),
        code text not null,
        purpose text not null constraint tests_purpose_known check (purpose in ('pre-test', 'post-test')),
        title_en text not null,
        title_lo text,
        minutes integer not null,
        pass_percent integer not null,
        draw jsonb not null,
        constraint tests_pk primary key (version_id, code)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table tests;
      drop table questions;
      drop table module_pages;
      drop table modules;
      drop table curriculum_versions;
      drop table curricula;
    `);
  }
}
