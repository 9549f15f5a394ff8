import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { draftStates } from './drafts.contract.js';

/** A curriculum being written. Its files are as typed, right or wrong. */
@Entity('drafts')
export class DraftRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'curriculum_code' }) curriculumCode!: string;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('uuid', { name: 'base_version_id', nullable: true }) baseVersionId!: string | null;
  @Column('text') state!: (typeof draftStates)[number];
  /** Counts every change of any file. */
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** The last attempt to publish it. */
  @Column('uuid', { name: 'publication_id', nullable: true }) publicationId!: string | null;
  @Column('uuid', { name: 'published_version_id', nullable: true }) publishedVersionId!: string | null;
}

/** A file as it stands now: a text, or a picture with its media type. */
@Entity('draft_files')
export class DraftFileRow {
  @PrimaryColumn('uuid', { name: 'draft_id' }) draftId!: string;
  @PrimaryColumn('text') path!: string;
  @Column('integer') revision!: number;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('bytea', { nullable: true }) bytes!: Buffer | null;
  @Column('text', { nullable: true }) type!: string | null;
  @Column('text') hash!: string;
  @Column('integer', { name: 'byte_count' }) byteCount!: number;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** Every state that a file ever had. With neither text nor bytes: it was removed. */
@Entity('draft_changes')
export class DraftChangeRow {
  @PrimaryColumn('uuid', { name: 'draft_id' }) draftId!: string;
  @PrimaryColumn('integer') revision!: number;
  @PrimaryColumn('text') path!: string;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('bytea', { nullable: true }) bytes!: Buffer | null;
  @Column('text', { nullable: true }) type!: string | null;
  @Column('integer', { name: 'byte_count' }) byteCount!: number;
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  @Column('text', { nullable: true }) why!: string | null;
}

/** English texts that translations were made from, by the short hash that the sidecar files name. */
@Entity('source_texts')
export class SourceTextRow {
  @PrimaryColumn('text') hash!: string;
  @Column('jsonb') fields!: readonly (readonly [name: string, text: string])[];
}
