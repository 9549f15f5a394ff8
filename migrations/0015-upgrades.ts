import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a cohort stays on an older version than the cohort itself, and every decision on a newer version. */
export class Upgrades1795000000015 implements MigrationInterface {
  name = 'Upgrades1795000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cohort_pins (
        cohort_id uuid not null constraint cohort_pins_cohort_fk references cohorts (id),
        kind text not null constraint cohort_pins_kind_known check (kind in ('module', 'test')),
        code text not null,
        version_id uuid not null constraint cohort_pins_version_fk references curriculum_versions (id),
        constraint cohort_pins_pk primary key (cohort_id, kind, code)
      );

      create table cohort_upgrades (
        id uuid constraint cohort_upgrades_pk primary key,
        cohort_id uuid not null constraint cohort_upgrades_cohort_fk references cohorts (id),
        from_version_id uuid not null constraint cohort_upgrades_from_fk references curriculum_versions (id),
        to_version_id uuid not null constraint cohort_upgrades_to_fk references curriculum_versions (id),
        choice text not null constraint cohort_upgrades_choice_known check (choice in ('all', 'unopened', 'stay')),
        reason text not null,
        decided_by uuid not null,
        decided_at timestamptz not null,
        constraint cohort_upgrades_moves check (from_version_id <> to_version_id)
      );
      create index cohort_upgrades_of_cohort on cohort_upgrades (cohort_id, decided_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table cohort_upgrades;
      drop table cohort_pins;
    `);
  }
}
