import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register is read newest first, and by number within a batch, which is issued in one instant. */
export class RegisterOrder1795000000013 implements MigrationInterface {
  name = 'RegisterOrder1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index certificates_newest;
      create index certificates_newest on certificates (issued_at desc, series desc, number desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index certificates_newest;
      create index certificates_newest on certificates (issued_at desc, id desc);
    `);
  }
}
