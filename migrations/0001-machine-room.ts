import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs (the transactional outbox), the audit chain, rate limits and stored files. */
export class MachineRoom1795000000001 implements MigrationInterface {
  name = 'MachineRoom1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create collation lao (provider = icu, locale = 'lo');

      create table jobs (
        id uuid constraint jobs_pk primary key,
        name text not null,
        key text not null,
        batch_id uuid,
        payload jsonb not null,
        state text not null default 'queued' constraint jobs_state_known check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        attempts integer not null default 0,
        run_at timestamptz not null,
        lease_until timestamptz,
        lease_token uuid,
        last_error text,
        result jsonb,
        created_by uuid,
        created_at timestamptz not null,
        finished_at timestamptz,
        constraint jobs_key_once unique (name, key)
      );
      create index jobs_due on jobs (run_at) where state in ('queued', 'running');
      create index jobs_of_batch on jobs (batch_id, state) where batch_id is not null;

      create table audit_events (
        seq bigint constraint audit_events_pk primary key,
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details jsonb not null,
        previous_hash text not null,
        hash text not null constraint audit_events_hash_once unique
      );
      create index audit_events_of_subject on audit_events (subject_kind, subject_id, seq);

      create table rate_windows (
        key text not null,
        starts_at timestamptz not null,
        hits integer not null,
        constraint rate_windows_pk primary key (key, starts_at)
      );

      create table settings (
        key text constraint settings_pk primary key,
        value jsonb not null,
        changed_at timestamptz not null,
        changed_by uuid
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settings;
      drop table rate_windows;
      drop table audit_events;
      drop table jobs;
      drop collation lao;
    `);
  }
}
