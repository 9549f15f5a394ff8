import { PublishingService } from '../src/curricula/index.js';
import { newId } from '../src/kernel/ids.js';
import type { App, Caller } from './app.js';
import { aPlan } from './plan.js';
import { aCurriculum, type Change } from './sample-curriculum.js';

const borders = `---
code: M03
title: Borders
minutes: 30
objectives:
  - { id: M03.1, text: Name a border }
methods: [short talk]
materials: [cards]
sources:
  - { id: law, text: "A law" }
---

## Lines {#lines minutes=20}

A border is a line on a map [law].

::question{id=M03-p1}

## Posts {#posts minutes=10}

A post stands at a border.
`;
const bordersLao = `---
title: ຊາຍແດນ
objectives:
  - { id: M03.1, text: ບອກຊື່ຊາຍແດນ }
state: draft
methods: [ບັນຍາຍສັ້ນ]
materials: [ບັດ]
---

## ເສັ້ນ {#lines}

ຊາຍແດນແມ່ນເສັ້ນໃນແຜນທີ່ [law].

::question{id=M03-p1}

## ດ່ານ {#posts}

ດ່ານຕັ້ງຢູ່ຊາຍແດນ.
`;
const question = (id: string, use: string, answer: boolean) => `  - id: ${id}
    use: ${use}
    type: true-false
    objective: M03.1
    level: remember
    prompt: { en: "A border is a line (${id})", lo: "ຊາຍແດນແມ່ນເສັ້ນ (${id})" }
    answer: ${answer}
    rationale: { en: "OSPREY: it is.", lo: ແມ່ນແລ້ວ }
`;
const outline = (version: string) => `code: sample
version: ${version}
title: { en: Sample course, lo: ຫຼັກສູດຕົວຢ່າງ }
summary: { en: "A small course, for tests.", lo: ຫຼັກສູດນ້ອຍ }
series: SMP
days: 1
languages:
  en: { state: complete }
  lo: { state: draft }
modules: [02-persons, 03-borders]
tests: [post-test]
agenda:
  - { kind: opening, minutes: 15, title: { en: Opening, lo: ເປີດ } }
  - { kind: module, module: M02 }
  - { kind: module, module: M03 }
  - { kind: test, test: post-test, minutes: 20 }
rules: { attendance_percent: 80, pass_percent: 70 }
`;

const first: Readonly<Record<string, Change>> = {
  'curriculum.yaml': outline('1.0.0'),
  'modules/03-borders/module.md': borders,
  'modules/03-borders/module.lo.md': bordersLao,
  'modules/03-borders/questions.yaml': `questions:\n${question('M03-p1', 'practice', true)}${question('M03-g1', 'graded', true)}`,
  'tests/post-test.yaml': `code: post-test
purpose: post-test
title: { en: Post-test, lo: ແບບທົດສອບຫຼັງຝຶກອົບຮົມ }
minutes: 20
pass_percent: 70
draw: [{ module: M02, count: 3 }, { module: M03, count: 1 }]
`,
};

/** What a later version has otherwise: words of M02, a section and minutes of M03, and the key and one question of the test. */
const later: Readonly<Record<string, Change>> = {
  'modules/02-persons/module.md': ['An invented case.', 'Another invented case altogether.'],
  'modules/02-persons/questions.yaml': [
    'answer: { value: 18, tolerance: 0.25 }',
    'answer: { value: 21, tolerance: 0.25 }',
  ],
  'modules/03-borders/module.md': borders
    .slice(0, borders.indexOf('## Posts'))
    .replace('minutes: 30', 'minutes: 40')
    .replace('{#lines minutes=20}', '{#lines minutes=40}')
    .replace('a line on a map', 'a line that two states drew'),
  'modules/03-borders/module.lo.md': bordersLao.slice(0, bordersLao.indexOf('## ດ່ານ')),
  'modules/03-borders/questions.yaml': `questions:\n${question('M03-p1', 'practice', true)}${question('M03-g2', 'graded', true)}`,
};

/** A later version in which the test has another code: there is no post-test any more, and a final test. */
export function withFinalTest(version: string): Readonly<Record<string, Change>> {
  return {
    'curriculum.yaml': outline(version).replaceAll('post-test', 'final-test'),
    'tests/post-test.yaml': null,
    'tests/final-test.yaml': String(first['tests/post-test.yaml']).replace('code: post-test', 'code: final-test'),
  };
}

export interface Upgradable {
  readonly cohortId: string;
  /** The version that the class was planned with. */
  readonly firstId: string;
  readonly lead: Caller;
  readonly trainees: readonly Caller[];
}

/** Publishes the first version of the sample with two modules, or a later one under the given number; answers its id. */
export async function aVersion(
  khou: App,
  version: string,
  more: Readonly<Record<string, Change>> = {},
): Promise<string> {
  const changes = version === '1.0.0' ? first : { ...first, ...later, 'curriculum.yaml': outline(version), ...more };
  return (await khou.app.get(PublishingService).publishSource(aCurriculum(changes), { by: null })).versionId;
}

/**
 * A running class of one day with the first version. It is nine o'clock on that day: M02 began at a quarter to, M03 begins at a
 * quarter past, the test comes after it and was not opened.
 */
export async function anUpgradable(khou: App, admin: Caller, { trainees: count = 2 } = {}): Promise<Upgradable> {
  const firstId = await aVersion(khou, '1.0.0');
  const lead = await khou.signedIn(['trainer']);
  const trainees: Caller[] = [];
  for (let made = 0; made < count; made++) trainees.push(await khou.signedIn(['trainee']));
  const mark = newId().slice(-8).toUpperCase();
  const [version] = await khou.queries.read<{ id: string }>(
    `select curriculum_id as id from curriculum_versions where id = $1`,
    [firstId],
  );
  const { body: donor } = await admin.post('/api/v1/donors', { code: `D${mark}`, nameEn: 'Donor' });
  const { body: project } = await admin.post('/api/v1/projects', {
    code: `P${mark}`,
    titleEn: 'Project',
    donorId: donor.id,
  });
  const { body: course } = await admin.post('/api/v1/courses', {
    code: `K${mark}`,
    projectId: project.id,
    curriculumId: version!.id,
    titleEn: 'Sample course',
  });
  const { body: cohort } = await lead.post(
    '/api/v1/cohorts',
    aPlan(course.id, lead.personId, { versionId: firstId, days: ['2026-10-12'] }),
  );
  await khou.queries.transaction(async (tx) => {
    await tx.query(
      `insert into enrolments (id, cohort_id, person_id, state, nominated_at, changed_at)
       select gen_random_uuid(), $1, person, 'confirmed', now(), now() from unnest($2::uuid[]) as person`,
      [cohort.id, trainees.map(({ personId }) => personId)],
    );
    await tx.query(`update cohorts set state = 'running', seats_taken = $2 where id = $1`, [cohort.id, count]);
  });
  return { cohortId: cohort.id, firstId, lead, trainees };
}
