import { newId } from '../src/kernel/ids.js';
import { searchKey } from '../src/kernel/text.js';
import type { App, Caller } from './app.js';

/** A curriculum, a project and a course to plan cohorts of. */
export interface Planned {
  readonly curriculumId: string;
  readonly versionId: string;
  readonly projectId: string;
  readonly courseId: string;
}

const modules = [
  ['M02', 90],
  ['M03', 75],
  ['M04', 60],
  ['M07', 75],
] as const;

/** A course of the foundation curriculum as first published: 420 minutes of agenda for three days. `series` begins cohort codes. */
export async function aCourse(khou: App, admin: Caller, series = 'FND'): Promise<Planned> {
  const mark = newId().slice(-8).toUpperCase();
  const [curriculumId, versionId] = [newId(), newId()];
  const agenda = [
    { kind: 'opening', minutes: 45, title: { en: 'Opening', lo: 'ພິທີເປີດ' } },
    ...modules.map(([code]) => ({ kind: 'module', module: code })),
    { kind: 'test', test: 'post-test', minutes: 40 },
    { kind: 'closing', minutes: 35, title: { en: 'Closing', lo: 'ພິທີປິດ' } },
  ];
  const canonical = {
    summary: { en: 'Sample', lo: null },
    languages: { en: { state: 'complete' }, lo: { state: 'draft' } },
    agenda,
    rules: { attendance_percent: 80, pass_percent: 70 },
    modules: modules.map(([code]) => ({ code, lao: null })),
  };
  await khou.queries.transaction(async (tx) => {
    await tx.query(`insert into curricula (id, code, created_at) values ($1, $2, now())`, [
      curriculumId,
      `c${mark.toLowerCase()}`,
    ]);
    await tx.query(
      `insert into curriculum_versions (id, curriculum_id, version, major, minor, patch, content_hash, canonical, title_en, title_lo, series, days, published_at)
       values ($1, $2, '0.1.0', 0, 1, 0, $3, $4, 'Foundation course', 'ຫຼັກສູດພື້ນຖານ', $5, 3, now())`,
      [versionId, curriculumId, mark, canonical, series],
    );
    await tx.query(
      `insert into modules (version_id, code, position, minutes, title_en, title_lo, objectives)
       select $1, m.code, m.n, m.minutes, 'Module ' || m.code, null, '[]' from jsonb_to_recordset($2::jsonb) as m (code text, minutes int, n int)`,
      [versionId, JSON.stringify(modules.map(([code, minutes], n) => ({ code, minutes, n })))],
    );
    await tx.query(
      `insert into tests (version_id, code, purpose, title_en, title_lo, minutes, pass_percent, draw) values ($1, 'post-test', 'post-test', 'Post-test', null, 40, 70, '[]')`,
      [versionId],
    );
  });
  const { body: donor } = await admin.post('/api/v1/donors', { code: `D${mark}`, nameEn: 'Donor' });
  const { body: project } = await admin.post('/api/v1/projects', {
    code: `P${mark}`,
    titleEn: 'Project',
    donorId: donor.id,
  });
  const { body: course } = await admin.post('/api/v1/courses', {
    code: `K${mark}`,
    projectId: project.id,
    curriculumId,
    titleEn: 'Foundation course',
    titleLo: 'ຫຼັກສູດພື້ນຖານ',
  });
  return { curriculumId, versionId, projectId: project.id, courseId: course.id };
}

/** What a planner sends; the days are 19 to 21 October 2026. */
export function aPlan(courseId: string, leadId: string, more: Record<string, unknown> = {}) {
  return {
    courseId,
    titleEn: 'Foundation, Vientiane',
    titleLo: 'ຮຸ່ນ ນະຄອນຫຼວງ',
    region: 'central',
    venueLo: 'ຫ້ອງປະຊຸມ ກົມ',
    venueEn: 'Department meeting room',
    days: ['2026-10-19', '2026-10-20', '2026-10-21'],
    seats: 20,
    team: [{ personId: leadId, role: 'lead' }],
    ...more,
  };
}

/** Officers without accounts, as an import leaves them: posted to one unit, in the order of their numbers. */
export async function officers(
  khou: App,
  count: number,
  unit: { code?: string } = {},
): Promise<{ ids: string[]; unitId: string }> {
  const unitId = newId();
  const code = unit.code ?? `U-${unitId.slice(-8)}`;
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    given: `ສົມມຸດ${String(index + 1).padStart(3, '0')}`,
    posting: newId(),
  }));
  await khou.queries.transaction(async (tx) => {
    await tx.query(
      `insert into units (id, code, kind, name_en, name_lo, search_key) values ($1, $2, 'checkpoint', $3, $3, $4)`,
      [unitId, code, `Post ${code}`, searchKey(`Post ${code}`)],
    );
    await tx.query(
      `insert into persons (id, given_name_lo, family_name_lo, sex, rank, search_key, fictional, created_at, updated_at)
       select p.id, p.given, 'ຕົວຢ່າງ', 'not_stated', 'ຮ້ອຍຕີ', p.given || ' ຕົວຢ່າງ', true, now(), now() from jsonb_to_recordset($1::jsonb) as p (id uuid, given text)`,
      [JSON.stringify(people)],
    );
    await tx.query(
      `insert into postings (id, person_id, unit_id, valid_from) select p.posting, p.id, $2, '2020-01-01' from jsonb_to_recordset($1::jsonb) as p (id uuid, posting uuid)`,
      [JSON.stringify(people), unitId],
    );
  });
  return { ids: people.map(({ id }) => id), unitId };
}
