import { newId } from '../src/kernel/ids.js';
import type { App, Caller } from './app.js';

export interface ClassOptions {
  readonly trainees?: number;
  /** First and last day; the test day is 12 October 2026. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** More questions for the graded bank of module M02, as `questions.content`. */
  readonly graded?: readonly GradedQuestion[];
  readonly draw?: readonly { readonly module: string; readonly count: number }[];
  readonly minutes?: number;
}

export interface GradedQuestion {
  readonly id: string;
  readonly module: string;
  readonly content: Record<string, unknown>;
}

export interface TaughtClass {
  readonly cohortId: string;
  readonly versionId: string;
  readonly lead: Caller;
  readonly trainees: readonly Caller[];
}

/** A running class: a version of two modules with a post-test, a cohort of three days, its lead and its trainees. */
export async function aClass(khou: App, options: ClassOptions = {}): Promise<TaughtClass> {
  const {
    trainees: count = 2,
    startsOn = '2026-10-11',
    endsOn = '2026-10-13',
    graded = aBank(),
    minutes = 40,
  } = options;
  const draw = options.draw ?? [{ module: 'M02', count: graded.length }];
  const lead = await khou.signedIn(['trainer']);
  const trainees: Caller[] = [];
  for (let made = 0; made < count; made++)
    trainees.push(await khou.signedIn(['trainee'], { givenEn: `Trainee ${made + 1}` }));
  const [curriculumId, versionId, cohortId, projectId, courseId] = [newId(), newId(), newId(), newId(), newId()];
  const code = cohortId.slice(-8);
  await khou.queries.transaction(async (tx) => {
    await tx.query(`insert into curricula (id, code, created_at) values ($1, $2, now())`, [curriculumId, `c${code}`]);
    const canonical = {
      summary: { en: 'Sample', lo: null },
      languages: { en: { state: 'complete' }, lo: { state: 'draft' } },
      agenda: [{ kind: 'module', module: 'M02' }],
      rules: { attendance_percent: 80, pass_percent: 70 },
      modules: [
        { code: 'M02', lao: null },
        { code: 'M03', lao: null },
      ],
    };
    await tx.query(
      `insert into curriculum_versions (id, curriculum_id, version, major, minor, patch, content_hash, canonical, title_en, title_lo, series, days, published_at)
       values ($1, $2, '0.1.0', 0, 1, 0, $3, $4, 'Sample course', 'ຫຼັກສູດຕົວຢ່າງ', 'SMP', 3, now())`,
      [versionId, curriculumId, `hash-${code}`, canonical],
    );
    await tx.query(
      `insert into modules (version_id, code, position, minutes, title_en, title_lo, objectives)
       values ($1, 'M02', 1, 90, 'Trafficking', 'ການຄ້າມະນຸດ', '[{"id":"M02.1","text":{"en":"Tell apart","lo":null}},{"id":"M02.2","text":{"en":"Apply","lo":null}}]'),
              ($1, 'M03', 2, 60, 'Smuggling', null, '[]')`,
      [versionId],
    );
    const page = (module: string, ids: readonly string[]) =>
      JSON.stringify({ code: module, sections: ids.map((id) => ({ id, title: id, blocks: [] })) });
    await tx.query(
      `insert into module_pages (version_id, module_code, locale, audience, body, hash, compressed_bytes)
       values ($1, 'M02', 'en', 'participant', $2, 'a', 1), ($1, 'M03', 'en', 'participant', $3, 'b', 1)`,
      [versionId, page('M02', ['why', 'how', 'when']), page('M03', ['one'])],
    );
    await tx.query(
      `insert into questions (version_id, id, module_code, position, use, type, objective, points, content)
       select $1, g.id, g.module, g.position, g.use, g.content->>'type', g.content->>'objective', (g.content->>'points')::int, g.content
       from jsonb_to_recordset($2::jsonb) as g (id text, module text, position int, use text, content jsonb)`,
      [
        versionId,
        JSON.stringify([
          ...graded.map((question, position) => ({ ...question, position, use: 'graded' })),
          {
            id: 'M02-p1',
            module: 'M02',
            position: 900,
            use: 'practice',
            content: { ...aQuestion('M02-p1', 'true-false', { answer: true }).content, use: 'practice' },
          },
        ]),
      ],
    );
    await tx.query(
      `insert into tests (version_id, code, purpose, title_en, title_lo, minutes, pass_percent, draw)
       values ($1, 'post-test', 'post-test', 'Post-test', 'ແບບທົດສອບຫຼັງຝຶກອົບຮົມ', $2, 70, $3)`,
      [versionId, minutes, JSON.stringify(draw)],
    );
    await aCohort(tx, {
      projectId,
      courseId,
      curriculumId,
      versionId,
      cohortId,
      code,
      startsOn,
      endsOn,
      lead,
      trainees,
    });
  });
  return { cohortId, versionId, lead, trainees };
}

async function aCohort(
  tx: Parameters<Parameters<App['queries']['transaction']>[0]>[0],
  made: Record<
    'projectId' | 'courseId' | 'curriculumId' | 'versionId' | 'cohortId' | 'code' | 'startsOn' | 'endsOn',
    string
  > & { lead: Caller; trainees: readonly Caller[] },
): Promise<void> {
  const { projectId, courseId, curriculumId, versionId, cohortId, code, startsOn, endsOn, lead, trainees } = made;
  const donorId = newId();
  await insert(tx, 'donors', { id: donorId, code: `D${code}`, name_en: 'Donor' });
  await insert(tx, 'projects', { id: projectId, code: `P${code}`, title_en: 'Project', donor_id: donorId });
  await insert(tx, 'courses', {
    id: courseId,
    code: `K${code}`,
    project_id: projectId,
    curriculum_id: curriculumId,
    title_en: 'Course',
  });
  await insert(tx, 'cohorts', {
    id: cohortId,
    course_id: courseId,
    version_id: versionId,
    code: `H${code}`,
    title_en: 'Cohort 1',
    title_lo: 'ຮຸ່ນທີ 1',
    region: 'northern',
    venue_lo: 'ຫ້ອງປະຊຸມ',
    seats: 30,
    seats_taken: trainees.length,
    starts_on: startsOn,
    ends_on: endsOn,
    state: 'running',
  });
  await tx.query(`insert into cohort_trainers (cohort_id, person_id, role) values ($1, $2, 'lead')`, [
    cohortId,
    lead.personId,
  ]);
  for (const trainee of trainees)
    await tx.query(
      `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at) values ($1, $2, $3, 'confirmed', now(), now())`,
      [newId(), cohortId, trainee.personId],
    );
}

/** Inserts a row; columns that must be there and are not about the test get a plain value. */
async function insert(
  tx: { query(text: string, values: unknown[]): Promise<unknown> },
  table: string,
  given: Record<string, unknown>,
): Promise<void> {
  const columns = (await tx.query(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
    [table],
  )) as { name: string; type: string }[];
  const plain = (type: string) =>
    type === 'boolean'
      ? false
      : type === 'date'
        ? '2026-01-01'
        : type.startsWith('timestamp')
          ? new Date()
          : type === 'integer'
            ? 1
            : 'x';
  const row: Record<string, unknown> = {
    ...Object.fromEntries(columns.map(({ name, type }) => [name, plain(type)])),
    ...given,
  };
  const names = Object.keys(row);
  await tx.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

export function aQuestion(
  id: string,
  type: string,
  key: Record<string, unknown>,
  more: Record<string, unknown> = {},
): GradedQuestion {
  const content = {
    id,
    use: 'graded',
    type,
    objective: 'M02.1',
    level: 'apply',
    points: 1,
    prompt: { en: `Prompt of ${id}`, lo: null },
    rationale: { en: `Because of ${id}`, lo: null },
    ...key,
    ...more,
  };
  return { id, module: id.slice(0, 3), content };
}

const options = (...ids: readonly string[]) =>
  ids.map((id) => ({
    id: id.replace('*', ''),
    text: { en: `Option ${id.replace('*', '')}`, lo: null },
    correct: id.endsWith('*'),
  }));

/** One graded question of each type: single (b), multiple in parts (a, c), true-false (true), number (18 give or take 0.5). */
export function aBank(): GradedQuestion[] {
  return [
    aQuestion('M02-g1', 'single', { options: options('a', 'b*', 'c') }),
    aQuestion(
      'M02-g2',
      'multiple',
      { options: options('a*', 'b', 'c*', 'd'), scoring: 'partial' },
      { objective: 'M02.2' },
    ),
    aQuestion('M02-g3', 'true-false', { answer: true }),
    aQuestion('M02-g4', 'number', { answer: { value: 18, tolerance: 0.5 } }, { objective: 'M02.2' }),
  ];
}

let sequence = 0;

/** A fact as a phone would send it. */
export function aFact(
  actor: Caller,
  cohort: string | null,
  kind: string,
  payload: Record<string, unknown>,
  occurredAt = '2026-10-12T01:59:00.000Z',
) {
  return { id: newId(), kind, actor: actor.personId, cohort, deviceSeq: ++sequence, occurredAt, payload };
}
