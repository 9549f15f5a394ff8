import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Locale, Localised, Question, Test } from '../format/index.js';

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
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { name: 'title_lo', nullable: true }) titleLo!: string | null;
  @Column('text') series!: string;
  @Column('integer') days!: number;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: string | null;
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
