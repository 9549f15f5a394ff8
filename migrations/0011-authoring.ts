import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of curricula with every state their files ever had, and the English texts that translations were made from. */
export class Authoring1795000000011 implements MigrationInterface {
  name = 'Authoring1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table drafts (
        id uuid constraint drafts_pk primary key,
        curriculum_code text not null,
        title_en text not null,
        title_lo text,
        base_version_id uuid constraint drafts_base_fk references curriculum_versions (id),
        state text not null constraint drafts_state_known check (state in ('open', 'published', 'discarded')),
        revision integer not null,
        opened_by uuid,
        opened_at timestamptz not null,
        changed_by uuid,
        changed_at timestamptz not null,
        closed_by uuid,
        closed_at timestamptz,
        publication_id uuid,
        published_version_id uuid constraint drafts_published_fk references curriculum_versions (id),
        constraint drafts_closed_with_time check ((state = 'open') = (closed_at is null)),
        constraint drafts_published_with_version check (state <> 'published' or published_version_id is not null)
      );
      create index drafts_newest on drafts (changed_at desc, id desc);
      create index drafts_of_curriculum on drafts (curriculum_code, changed_at desc, id desc);
      create index drafts_of_base on drafts (base_version_id) where base_version_id is not null;

      create table draft_files (
        draft_id uuid not null constraint draft_files_draft_fk references drafts (id),
        path text not null,
        revision integer not null,
        text text,
        bytes bytea,
        type text,
        hash text not null,
        byte_count integer not null,
        changed_by uuid,
        changed_at timestamptz not null,
        constraint draft_files_pk primary key (draft_id, path),
        constraint draft_files_text_or_bytes check ((text is null) <> (bytes is null)),
        constraint draft_files_bytes_with_type check ((bytes is null) = (type is null))
      );

      create table draft_changes (
        draft_id uuid not null constraint draft_changes_draft_fk references drafts (id),
        revision integer not null,
        path text not null,
        text text,
        bytes bytea,
        type text,
        byte_count integer not null,
        changed_by uuid,
        changed_at timestamptz not null,
        why text,
        constraint draft_changes_pk primary key (draft_id, revision, path),
        constraint draft_changes_one_content check (text is null or bytes is null)
      );
      create index draft_changes_of_file on draft_changes (draft_id, path, revision desc);

      create table source_texts (
        hash text constraint source_texts_pk primary key constraint source_texts_hash_form check (hash ~ '^[0-9a-f]{12}$'),
        fields jsonb not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table source_texts;
      drop table draft_changes;
      drop table draft_files;
      drop table drafts;
    `);
  }
}
