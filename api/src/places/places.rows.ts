import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckpointClass, Confidence, ProvinceKind, Region, TravelMode, UnitKind } from './places.rules.js';

@Entity('provinces')
export class ProvinceRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') kind!: ProvinceKind;
  @Column('text', { name: 'national_code' }) nationalCode!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text', { name: 'name_lo' }) nameLo!: string;
  @Column('text', { array: true }) aliases!: string[];
  @Column('text') region!: Region;
  @Column('text', { name: 'region_alt', nullable: true }) regionAlt!: Region | null;
  @Column('double precision', { nullable: true }) lat!: number | null;
  @Column('double precision', { nullable: true }) lon!: number | null;
  @Column('text', { name: 'coord_confidence' }) coordConfidence!: Confidence;
  @Column('text', { name: 'record_confidence' }) recordConfidence!: Confidence;
  @Column('text') source!: string;
  @Column('text') note!: string;
}

@Entity('units')
export class UnitRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') kind!: UnitKind;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text', { name: 'province_id', nullable: true }) provinceId!: string | null;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text', { name: 'name_lo' }) nameLo!: string;
  @Column('text', { name: 'search_key' }) searchKey!: string;
  @Column('text', { array: true, default: '{}' }) aliases!: string[];
  @Column('text', { nullable: true }) mode!: TravelMode | null;
  @Column('text', { nullable: true }) neighbour!: string | null;
  @Column('text', { nullable: true }) counterpart!: string | null;
  @Column('double precision', { nullable: true }) lat!: number | null;
  @Column('double precision', { nullable: true }) lon!: number | null;
  @Column('text', { name: 'coord_confidence', default: 'none' }) coordConfidence!: Confidence;
  @Column('text', { name: 'record_confidence', default: 'none' }) recordConfidence!: Confidence;
  @Column('text', { default: '' }) source!: string;
  @Column('text', { default: '' }) note!: string;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
}

@Entity('unit_classes')
export class UnitClassRow {
  @PrimaryColumn('uuid', { name: 'unit_id' }) unitId!: string;
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom!: string;
  @Column('text') class!: CheckpointClass;
  @Column('text') source!: string;
}
