import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sex } from './names.rules.js';

@Entity('persons')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'given_name_lo' }) givenNameLo!: string;
  @Column('text', { name: 'family_name_lo', nullable: true }) familyNameLo!: string | null;
  @Column('text', { name: 'given_name_en', nullable: true }) givenNameEn!: string | null;
  @Column('text', { name: 'family_name_en', nullable: true }) familyNameEn!: string | null;
  @Column('text') sex!: Sex;
  @Column('text', { nullable: true }) rank!: string | null;
  @Column('text', { name: 'service_number', nullable: true }) serviceNumber!: string | null;
  @Column('text', { name: 'service_number_key', nullable: true }) serviceNumberKey!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('integer', { name: 'birth_year', nullable: true }) birthYear!: number | null;
  @Column('text', { name: 'search_key' }) searchKey!: string;
  @Column('boolean', { default: false }) fictional!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

@Entity('postings')
export class PostingRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'unit_id' }) unitId!: string;
  @Column('text', { nullable: true }) position!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}
