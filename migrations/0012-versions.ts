import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a version was made from and why, what it is compared by, its pictures, and publishing as a job that can be watched. */
export class Versions1795000000012 implements MigrationInterface {
  name = 'Versions1795000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table curriculum_versions
        add column archive text,
        add column snapshot jsonb,
        add column change text constraint curriculum_versions_change_known
          check (change in ('first', 'none', 'wording', 'teaching', 'assessment', 'structure')),
        add column why text;

      create table media (
        hash text constraint media_pk primary key,
        type text not null constraint media_type_known
          check (type in ('image/png', 'image/jpeg', 'image/webp', 'image/svg+xml')),
        width double precision not null,
        height double precision not null,
        size integer not null,
        phone_hash text,
        phone_size integer,
        constraint media_phone_whole check ((phone_hash is null) = (phone_size is null))
      );
      create table version_media (
        version_id uuid not null constraint version_media_version_fk references curriculum_versions (id),
        module_code text not null,
        path text not null,
        hash text not null constraint version_media_media_fk references media (hash),
        constraint version_media_pk primary key (version_id, module_code, path)
      );

      create table publications (
        id uuid constraint publications_pk primary key,
        curriculum_code text not null,
        version text not null,
        archive text not null,
        draft_id uuid,
        requested_by uuid not null,
        requested_at timestamptz not null,
        why text not null,
        state text not null constraint publications_state_known check (state in ('queued', 'published', 'refused', 'cancelled')),
        version_id uuid constraint publications_version_fk references curriculum_versions (id),
        refusal jsonb,
        finished_at timestamptz,
        constraint publications_outcome check (
          (state = 'published') = (version_id is not null) and (state = 'refused') = (refusal is not null)
        )
      );
      create index publications_of_curriculum on publications (curriculum_code, requested_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table publications;
      drop table version_media;
      drop table media;
      alter table curriculum_versions drop column archive, drop column snapshot, drop column change, drop column why;
    `);
  }
}
