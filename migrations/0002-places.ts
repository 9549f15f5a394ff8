import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provinces and the tree of units, with the marks of how sure each record is. */
export class Places1795000000002 implements MigrationInterface {
  name = 'Places1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table provinces (
        id text constraint provinces_pk primary key,
        kind text not null constraint provinces_kind_known check (kind in ('province', 'prefecture')),
        national_code text not null constraint provinces_national_code_once unique,
        name_en text not null,
        name_lo text not null,
        aliases text[] not null,
        region text not null constraint provinces_region_known check (region in ('northern', 'central', 'southern')),
        region_alt text constraint provinces_region_alt_known check (region_alt in ('northern', 'central', 'southern')),
        lat double precision,
        lon double precision,
        coord_confidence text not null constraint provinces_coord_confidence_known check (coord_confidence in ('high', 'medium', 'low', 'none', 'demo')),
        record_confidence text not null constraint provinces_record_confidence_known check (record_confidence in ('high', 'medium', 'low', 'none', 'demo')),
        source text not null,
        note text not null
      );

      create table units (
        id uuid constraint units_pk primary key,
        code text not null constraint units_code_once unique,
        kind text not null constraint units_kind_known check (kind in ('ministry', 'department', 'division', 'office', 'checkpoint', 'organisation')),
        parent_id uuid constraint units_parent_fk references units (id),
        province_id text constraint units_province_fk references provinces (id),
        name_en text not null,
        name_lo text not null,
        search_key text not null,
        aliases text[] not null default '{}',
        mode text constraint units_mode_known check (mode in ('air', 'road', 'rail', 'river', 'river|road')),
        neighbour text,
        counterpart text,
        lat double precision,
        lon double precision,
        coord_confidence text not null default 'none' constraint units_coord_confidence_known check (coord_confidence in ('high', 'medium', 'low', 'none', 'demo')),
        record_confidence text not null default 'none' constraint units_record_confidence_known check (record_confidence in ('high', 'medium', 'low', 'none', 'demo')),
        source text not null default '',
        note text not null default '',
        closed_on date
      );
      create index units_of_parent on units (parent_id);
      create index units_of_province on units (province_id);
      create index units_by_search_key on units using gin (search_key gin_trgm_ops);

      create table unit_classes (
        unit_id uuid not null constraint unit_classes_unit_fk references units (id),
        class text not null constraint unit_classes_class_known check (class in ('international', 'local', 'traditional')),
        valid_from date not null,
        source text not null,
        constraint unit_classes_pk primary key (unit_id, valid_from)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unit_classes;
      drop table units;
      drop table provinces;
    `);
  }
}
