import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EditionOutline } from './edition.rules.js';
import type { Audience, ChangeClass, Locale, Localised, Picture, Question, Snapshot, Test } from '../format/index.js';

@Entity('curricula')
export class CurriculumRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('curriculum_versions')
export class CurriculumVersionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'curriculum_id' }) curriculumId!: string;
  @Column('text') version!: string;
  @Column('integer') major!: number;
  @Column('integer') minor!: number;
  @Column('integer') patch!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('jsonb') canonical!: object;
  /** Of the content, what lists and timetables need. */
  @Column('jsonb', { nullable: true }) outline!: EditionOutline | null;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('text') series!: string;
  @Column('integer') days!: number;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: string | null;
  /** SHA-256 of the zip of its files, in storage. Versions from before there were archives have none. */
  @Column('text', { nullable: true }) archive!: string | null;
  /** What it is compared by; null like the archive. */
  @Column('jsonb', { nullable: true }) snapshot!: Snapshot | null;
  @Column('text', { nullable: true }) change!: ChangeClass | 'none' | 'first' | null;
  @Column('text', { nullable: true }) why!: string | null;
}

@Entity('media')
export class MediaRow {
  @PrimaryColumn('text') hash!: string;
  @Column('text') type!: Picture['type'];
  @Column('double precision') width!: number;
  @Column('double precision') height!: number;
  @Column('integer') size!: number;
  @Column('text', { name: 'phone_hash', nullable: true }) phoneHash!: string | null;
  @Column('integer', { name: 'phone_size', nullable: true }) phoneSize!: number | null;
}

@Entity('version_media')
export class VersionMediaRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'module_code' }) moduleCode!: string;
  @PrimaryColumn('text') path!: string;
  @Column('text') hash!: string;
}

@Entity('publications')
export class PublicationRow {
  /** Also the batch of its jobs. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'curriculum_code' }) curriculumCode!: string;
  @Column('text') version!: string;
  @Column('text') archive!: string;
  @Column('uuid', { name: 'draft_id', nullable: true }) draftId!: string | null;
  @Column('uuid', { name: 'requested_by' }) requestedBy!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('text') why!: string;
  @Column('text') state!: 'queued' | 'published' | 'refused' | 'cancelled';
  @Column('uuid', { name: 'version_id', nullable: true }) versionId!: string | null;
  @Column('jsonb', { nullable: true }) refusal!: { readonly code: string; readonly params: object } | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

@Entity('modules')
export class ModuleRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('integer') position!: number;
  @Column('integer') minutes!: number;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('jsonb') objectives!: readonly { readonly id: string; readonly text: Localised }[];
}

@Entity('module_pages')
export class ModulePageRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text', { name: 'module_code' }) moduleCode!: string;
  @PrimaryColumn('text') locale!: Locale;
  @PrimaryColumn('text') audience!: Audience;
  @Column('text') body!: string;
  @Column('text') hash!: string;
  @Column('integer', { name: 'compressed_bytes' }) compressedBytes!: number;
}

@Entity('questions')
export class QuestionRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'module_code' }) moduleCode!: string;
  @Column('integer') position!: number;
  @Column('text') use!: Question['use'];
  @Column('text') type!: Question['type'];
  @Column('text') objective!: string;
  @Column('integer') points!: number;
  @Column('jsonb') content!: Question;
}

@Entity('tests')
export class TestRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') code!: string;
  @Column('text') purpose!: Test['purpose'];
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('integer') minutes!: number;
  @Column('integer', { name: 'pass_percent' }) passPercent!: number;
  @Column('jsonb') draw!: Test['draw'];
}
