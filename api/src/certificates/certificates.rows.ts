import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateFacts } from './certificate.facts.js';
import type { CertificateKind } from './eligibility.rules.js';
import type { CertificateState } from './states.rules.js';

@Entity('signing_keys')
export class SigningKeyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'public_key' }) publicKey!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}

@Entity('certificate_series')
export class CertificateSeriesRow {
  @PrimaryColumn('text') series!: string;
  @PrimaryColumn('integer') year!: number;
  @Column('integer', { name: 'last_number', default: 0 }) lastNumber!: number;
}

@Entity('certificates')
export class CertificateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') series!: string;
  @Column('integer') year!: number;
  @Column('integer') number!: number;
  @Column('text') code!: string;
  @Column('text') kind!: CertificateKind;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('text') token!: string;
  @Column('jsonb') snapshot!: CertificateFacts;
  @Column('text', { name: 'signing_key_id' }) signingKeyId!: string;
  @Column('text') signature!: string;
  @Column('text') state!: CertificateState;
  @Column('uuid', { name: 'batch_id' }) batchId!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('uuid', { name: 'issued_by', nullable: true }) issuedBy!: string | null;
  @Column('timestamptz', { name: 'state_changed_at', nullable: true }) stateChangedAt!: Date | null;
  @Column('uuid', { name: 'state_changed_by', nullable: true }) stateChangedBy!: string | null;
  @Column('text', { name: 'state_reason', nullable: true }) stateReason!: string | null;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy!: string | null;
  @Column('text', { name: 'file_hash', nullable: true }) fileHash!: string | null;
  @Column('integer', { name: 'file_bytes', nullable: true }) fileBytes!: number | null;
  @Column('timestamptz', { name: 'rendered_at', nullable: true }) renderedAt!: Date | null;
}
