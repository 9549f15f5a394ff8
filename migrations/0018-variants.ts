import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The kind of class that a cohort is, null for the usual one. Planning needs the minutes of each kind beside the rest of a version's
 * outline; of versions that are there already they are counted from the sections of their pages.
 */
export class Variants1795000000018 implements MigrationInterface {
  name = 'Variants1795000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cohorts add column variant text constraint cohorts_variant_named check (variant <> '');

      update curriculum_versions v set outline = v.outline || jsonb_build_object('variants', coalesce((
        select jsonb_agg(jsonb_build_object('id', kind.entry->>'id', 'title', kind.entry->'title', 'minutes', coalesce((
          select jsonb_object_agg(timed.code, timed.minutes) from (
            select m.code, m.minutes as usual, coalesce(sum((section->>'minutes')::int), 0)::int as minutes
            from modules m join module_pages p
                on p.version_id = m.version_id and p.module_code = m.code and p.locale = 'en' and p.audience = 'trainer'
              left join lateral jsonb_array_elements(p.body::jsonb->'sections') section
                on coalesce(section->>'only', kind.entry->>'id') = kind.entry->>'id'
                  and section->>'skip' is distinct from kind.entry->>'id'
            where m.version_id = v.id group by m.code, m.minutes
          ) timed where timed.minutes <> timed.usual), '{}')) order by kind.place)
        from jsonb_array_elements(v.canonical->'variants') with ordinality as kind (entry, place)), '[]'))
      where v.outline is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cohorts drop column variant;
      update curriculum_versions set outline = outline - 'variants' where outline is not null;
    `);
  }
}
