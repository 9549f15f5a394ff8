import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The small part of a version that lists and timetables read, beside its content, which may be of many megabytes. */
export class VersionOutlines1795000000016 implements MigrationInterface {
  name = 'VersionOutlines1795000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table curriculum_versions add column outline jsonb;
      update curriculum_versions set outline = jsonb_build_object(
        'summary', canonical->'summary', 'languages', canonical->'languages', 'agenda', canonical->'agenda', 'rules', canonical->'rules',
        'laoStates', (select jsonb_object_agg(m->>'code', m->'lao'->'state') from jsonb_array_elements(canonical->'modules') m));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table curriculum_versions drop column outline;`);
  }
}
