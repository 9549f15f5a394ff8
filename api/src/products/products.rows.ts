import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProductLocale } from './edition.rules.js';

@Entity('version_products')
export class VersionProductRow {
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @PrimaryColumn('text') product!: string;
  @PrimaryColumn('text') locale!: ProductLocale;
  /** The version of the engine that drew it: a newer one draws it again. */
  @Column('integer') engine!: number;
  @Column('text') hash!: string;
  @Column('integer') bytes!: number;
  @Column('integer') pages!: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
}
