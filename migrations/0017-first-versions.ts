import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of versions tells the class that was recorded at publishing. Versions from before classes have none, and the one
 * after them was called the first because there was nothing to compare it with; only the oldest of a curriculum is that.
 */
export class FirstVersions1795000000017 implements MigrationInterface {
  name = 'FirstVersions1795000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update curriculum_versions v set change = case when place.number = 1 then 'first' end
      from (select id, row_number() over (partition by curriculum_id order by published_at, id) as number from curriculum_versions) place
      where place.id = v.id and coalesce(v.change, 'first') = 'first';
    `);
  }

  /** What it corrected was wrong before as well: nothing is taken back. */
  async down(): Promise<void> {}
}
