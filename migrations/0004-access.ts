import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, roles, printed-card codes and sessions. */
export class Access1795000000004 implements MigrationInterface {
  name = 'Access1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid constraint accounts_pk primary key,
        person_id uuid not null constraint accounts_person_once unique constraint accounts_person_fk references persons (id),
        user_name text not null,
        user_name_key text not null constraint accounts_user_name_once unique,
        state text not null constraint accounts_state_known check (state in ('invited', 'active', 'suspended')),
        secret_hash text,
        secret_kind text constraint accounts_secret_kind_known check (secret_kind in ('password', 'pin')),
        language text not null default 'lo' constraint accounts_language_known check (language in ('lo', 'en')),
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint accounts_active_with_secret check (state <> 'active' or secret_hash is not null)
      );

      create table role_grants (
        id uuid constraint role_grants_pk primary key,
        account_id uuid not null constraint role_grants_account_fk references accounts (id),
        role text not null constraint role_grants_role_known check (role in ('administrator', 'trainer', 'trainee', 'observer')),
        granted_at timestamptz not null,
        granted_by uuid,
        ended_at timestamptz,
        ended_by uuid
      );
      create unique index role_grants_once on role_grants (account_id, role) where ended_at is null;

      create table activation_codes (
        id uuid constraint activation_codes_pk primary key,
        lookup text not null constraint activation_codes_lookup_once unique,
        account_id uuid not null constraint activation_codes_account_fk references accounts (id),
        code_hash text not null,
        issued_at timestamptz not null,
        issued_by uuid,
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz
      );
      create index activation_codes_of_account on activation_codes (account_id, issued_at);

      create table sessions (
        token_hash text constraint sessions_pk primary key,
        account_id uuid not null constraint sessions_account_fk references accounts (id),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        idle_until timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index sessions_of_account on sessions (account_id) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sessions;
      drop table activation_codes;
      drop table role_grants;
      drop table accounts;
    `);
  }
}
