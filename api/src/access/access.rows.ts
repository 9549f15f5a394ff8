import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './permissions.rules.js';
import type { SecretKind } from './secrets.rules.js';

@Entity('accounts')
export class AccountRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'user_name' }) userName!: string;
  @Column('text', { name: 'user_name_key' }) userNameKey!: string;
  @Column('text') state!: 'invited' | 'active' | 'suspended';
  @Column('text', { name: 'secret_hash', nullable: true }) secretHash!: string | null;
  @Column('text', { name: 'secret_kind', nullable: true }) secretKind!: SecretKind | null;
  @Column('text', { default: 'lo' }) language!: 'lo' | 'en';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

@Entity('role_grants')
export class RoleGrantRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') role!: Role;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy!: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
}

@Entity('activation_codes')
export class ActivationCodeRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') lookup!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text', { name: 'code_hash' }) codeHash!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('uuid', { name: 'issued_by', nullable: true }) issuedBy!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

@Entity('sessions')
export class SessionRow {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'idle_until' }) idleUntil!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
