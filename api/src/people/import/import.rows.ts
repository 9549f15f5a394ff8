import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportField } from './columns.rules.js';
import type { Issue } from './issues.rules.js';
import type { Decision, Verdict } from './judge.rules.js';
import type { Counts, PersonShown } from './preview.rules.js';

/** How the columns are read. */
export interface Mapping {
  readonly fields: readonly (ImportField | null)[];
  readonly unitId: string | null;
  readonly postedFrom: string | null;
}

@Entity('imports')
export class ImportRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  /** The headings of the file. */
  @Column('jsonb') columns!: string[];
  @Column('jsonb') mapping!: Mapping;
  @Column('text') state!: 'previewed' | 'confirmed' | 'discarded';
  @Column('jsonb') counts!: Counts;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
}

/** A row of the file. After confirmation its cells are emptied: what they said is on record, or was left out. */
@Entity('import_rows')
export class ImportLineRow {
  @PrimaryColumn('uuid', { name: 'import_id' }) importId!: string;
  @PrimaryColumn('integer') line!: number;
  @Column('jsonb') cells!: string[];
  @Column('text') verdict!: Verdict;
  @Column('text') decision!: Decision;
  @Column('jsonb') issues!: Issue[];
  @Column('jsonb', { nullable: true }) person!: PersonShown | null;
  /** The person it is, or may be, about. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
}
