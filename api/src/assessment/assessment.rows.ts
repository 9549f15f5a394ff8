import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Paper } from './paper.rules.js';

@Entity('attempts')
export class AttemptRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('text', { name: 'test_code' }) testCode!: string;
  @Column('integer') number!: number;
  @Column('jsonb') paper!: Paper;
  @Column('text') state!: 'open' | 'submitted' | 'marked';
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('bigint', { name: 'submitted_seq', nullable: true }) submittedSeq!: number | null;
  @Column('timestamptz', { name: 'received_at', nullable: true }) receivedAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('boolean', { default: false }) late!: boolean;
  @Column('timestamptz', { name: 'late_accepted_at', nullable: true }) lateAcceptedAt!: Date | null;
  @Column('uuid', { name: 'late_accepted_by', nullable: true }) lateAcceptedBy!: string | null;
  @Column('double precision', { nullable: true }) points!: number | null;
  @Column('integer', { name: 'points_possible' }) pointsPossible!: number;
  @Column('double precision', { nullable: true }) percent!: number | null;
  @Column('boolean', { nullable: true }) passed!: boolean | null;
}

@Entity('responses')
export class ResponseRow {
  @PrimaryColumn('uuid', { name: 'attempt_id' }) attemptId!: string;
  @PrimaryColumn('text', { name: 'question_id' }) questionId!: string;
  @PrimaryColumn('boolean') late!: boolean;
  @Column('bigint') seq!: number;
  @Column('jsonb') answer!: unknown;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'device_id' }) deviceId!: string;
  @Column('uuid', { name: 'fact_id' }) factId!: string;
  @Column('double precision', { nullable: true }) points!: number | null;
}

@Entity('test_windows')
export class TestWindowRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'test_code' }) testCode!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('uuid', { name: 'opened_by' }) openedBy!: string;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
}
