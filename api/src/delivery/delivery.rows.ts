import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceMark, Half } from './attendance.rules.js';

@Entity('facts')
export class FactRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('uuid', { name: 'actor_id' }) actorId!: string;
  @Column('uuid', { name: 'cohort_id', nullable: true }) cohortId!: string | null;
  @Column('uuid', { name: 'device_id' }) deviceId!: string;
  @Column('bigint', { name: 'device_seq' }) deviceSeq!: number;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('text') verdict!: 'accepted' | 'refused';
  @Column('text', { nullable: true }) code!: string | null;
  @Column('boolean', { name: 'clock_odd', default: false }) clockOdd!: boolean;
}

@Entity('module_progress')
export class ModuleProgressRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text', { name: 'module_code' }) moduleCode!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('text', { array: true, default: [] }) sections!: string[];
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

@Entity('practice_answers')
export class PracticeAnswerRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text', { name: 'question_id' }) questionId!: string;
  @Column('boolean', { name: 'first_correct' }) firstCorrect!: boolean;
  @Column('timestamptz', { name: 'first_at' }) firstAt!: Date;
  @Column('uuid', { name: 'first_fact' }) firstFact!: string;
  @Column('boolean', { name: 'last_correct' }) lastCorrect!: boolean;
  @Column('timestamptz', { name: 'last_at' }) lastAt!: Date;
  @Column('uuid', { name: 'last_fact' }) lastFact!: string;
}

@Entity('attendance')
export class AttendanceRow {
  @PrimaryColumn('uuid', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('date') date!: string;
  @PrimaryColumn('text') half!: Half;
  @Column('text') mark!: AttendanceMark;
  @Column('timestamptz', { name: 'marked_at' }) markedAt!: Date;
  @Column('uuid', { name: 'marked_by' }) markedBy!: string;
  @Column('uuid', { name: 'fact_id' }) factId!: string;
}
