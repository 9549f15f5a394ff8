import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The printed products of a version: which were made, in which language, and the file that each became. */
export class Products1795000000014 implements MigrationInterface {
  name = 'Products1795000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table version_products (
        version_id uuid not null constraint version_products_version_fk references curriculum_versions (id),
        product text not null,
        locale text not null constraint version_products_locale_known check (locale in ('lo', 'en', 'both')),
        engine integer not null,
        hash text not null,
        bytes integer not null,
        pages integer not null constraint version_products_pages_some check (pages > 0),
        made_at timestamptz not null,
        constraint version_products_pk primary key (version_id, product, locale)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table version_products;`);
  }
}
