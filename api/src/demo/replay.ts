import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService, type Actor } from '../access/index.js';
import { IssuingService } from '../certificates/index.js';
import { CurriculaService } from '../curricula/index.js';
import { CohortsService, CoursesService } from '../courses/index.js';
import { Queries } from '../db/queries.js';
import { Relay } from '../jobs/relay.js';
import type { FixedClock } from '../kernel/clock.js';
import { addDays, vientianeDay } from '../kernel/dates.js';
import { ProgrammeService } from '../programme/index.js';
import { aCast, staff } from './cast.js';
import { type Class, callAllNames, callNames, holdTest, openClass, read } from './class.js';
import { Stage } from './stage.js';

export interface DemoSecrets {
  readonly password: string;
  readonly pin: string;
}

export interface DemoSignIn {
  readonly who: string;
  readonly userName: string;
  readonly secret: string;
}

const since = '2017-01-01';
const source =
  'Replayed from a public press note of IOM Lao PDR; the year is an estimate. The persons and their results are invented.';

/**
 * Replays the programme's core case through the services that real data takes: a donor, a project, the training of trainers
 * that graduated 22 Master Trainers, the foundation course of 10–12 October for 20 officers of three posts, its certificates, and
 * three announced rollouts; then a class that runs today, to walk around in. Returns who may sign in.
 */
export async function replayDemo(
  program: INestApplicationContext,
  clock: FixedClock,
  secrets: DemoSecrets,
  note: (line: string) => void,
): Promise<DemoSignIn[]> {
  const stage = new Stage(program, clock);
  const today = vientianeDay(clock.now());
  const now = clock.now();
  stage.at('2017-08-01', 9);

  const office = await stage.unit('DOI');
  const [admin, observer, iomTrainer] = (await stage.enter(staff(office, since), [], null)) as [Actor, Actor, Actor];
  const [administrator] = (await stage.grant([admin], 'administrator', admin.personId)) as [Actor];
  await stage.grant([observer], 'observer', admin.personId);
  await stage.grant([iomTrainer], 'trainer', admin.personId);
  const projectId = await aProject(stage);

  note('Training of trainers, August 2017 (estimated year)');
  const masters = await trainingOfTrainers(stage, projectId, administrator, { ...iomTrainer, roles: ['trainer'] });

  note('Foundation course, Vientiane, 10–12 October 2017 (estimated year)');
  const courseId = await aCourse(
    stage,
    administrator,
    projectId,
    'foundation',
    'CANADA-FND',
    'Foundation course for frontline border officers',
    'ຫຼັກສູດພື້ນຖານສຳລັບເຈົ້າໜ້າທີ່ປະຈຳດ່ານ',
  );
  const officers = await foundationCourse(stage, courseId, administrator, masters);

  note('Three announced rollouts, and a class that runs today');
  clock.moveTo(now);
  await rollouts(stage, courseId, administrator, masters, today);
  const guests = await practiceClass(stage, courseId, administrator, masters, today);
  clock.moveTo(now);
  await stage.get(Relay).drain();

  const signIns: [who: string, actor: Actor, secret: string][] = [
    ['Administrator', administrator, secrets.password],
    ['Observer', observer, secrets.password],
    ['Master Trainer', masters[0]!, secrets.password],
    ['Master Trainer', masters[1]!, secrets.password],
    ['Officer in today’s class', guests[0]!, secrets.pin],
    ['Officer in today’s class', guests[1]!, secrets.pin],
    ['Officer with a certificate', officers[0]!, secrets.pin],
  ];
  return Promise.all(signIns.map(([who, actor, secret]) => signIn(stage, who, actor, secret)));
}

async function aProject(stage: Stage): Promise<string> {
  const programme = stage.get(ProgrammeService);
  const donor = await programme.addParty('donors', {
    code: 'CANADA',
    nameEn: 'Government of Canada',
    nameLo: 'ລັດຖະບານການາດາ',
  });
  const iom = await programme.addParty('agencies', {
    code: 'IOM',
    nameEn: 'International Organization for Migration',
    nameLo: 'ອົງການຈັດຕັ້ງສາກົນເພື່ອການເຄື່ອນຍ້າຍຖິ່ນຖານ',
  });
  const doi = await programme.addParty('agencies', {
    code: 'DOI',
    nameEn: 'Department of Immigration, Ministry of Public Security',
    nameLo: 'ກົມກວດຄົນເຂົ້າ-ອອກເມືອງ',
  });
  const project = await programme.addProject({
    code: 'CANADA-INDUCTION-P3',
    titleEn: 'Capacity Building through Improved Induction and Refresher Training for Immigration Officials',
    titleLo: null,
    phase: 3,
    donorId: donor.id,
    implementerId: iom.id,
    partnerId: doi.id,
    startsOn: null,
    endsOn: null,
    note: `${source} The source gives no dates of the project.`,
  });
  return project.id;
}

async function aCourse(
  stage: Stage,
  admin: Actor,
  projectId: string,
  curriculum: string,
  code: string,
  titleEn: string,
  titleLo: string,
): Promise<string> {
  const version = await stage.get(CurriculaService).latestOf(curriculum);
  if (version === null) throw new Error(`The curriculum ${curriculum} is not published`);
  const course = await stage
    .get(CoursesService)
    .add(admin, { code, projectId, curriculumId: version.curriculumId, titleEn, titleLo });
  return course.id;
}

async function trainingOfTrainers(stage: Stage, projectId: string, admin: Actor, iomTrainer: Actor): Promise<Actor[]> {
  const courseId = await aCourse(
    stage,
    admin,
    projectId,
    'training-of-trainers',
    'CANADA-TOT',
    'Training of trainers',
    'ການຝຶກອົບຮົມຄູຝຶກ',
  );
  const office = await stage.unit('DOI');
  const candidates = await stage.enter(
    aCast(Array(22).fill(office), { from: 0, letter: 'M', since }),
    ['trainee'],
    admin.personId,
  );
  const days = ['2017-08-15', '2017-08-16'];
  const cohort = await stage.get(CohortsService).plan(admin, {
    courseId,
    versionId: null,
    titleEn: 'Training of trainers, Vientiane',
    titleLo: 'ການຝຶກອົບຮົມຄູຝຶກ, ວຽງຈັນ',
    region: 'central',
    provinceId: 'LA-VT',
    venueEn: 'Vientiane',
    venueLo: 'ວຽງຈັນ',
    days,
    yearEstimated: true,
    seats: 22,
    note: `${source} The source names the month only: the days and their number are an assumption, as long as the modules published so far.`,
    team: [{ personId: iomTrainer.personId, role: 'lead' }],
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: iomTrainer, officers: candidates };
  await openClass(stage, held, admin);
  await callAllNames(stage, held);
  await closeAndCertify(stage, held, admin, candidates);
  const masters = await stage.grant(candidates, 'trainer', admin.personId);
  return masters.map((master) => ({ ...master, roles: ['trainee', 'trainer'] }));
}

async function foundationCourse(
  stage: Stage,
  courseId: string,
  admin: Actor,
  masters: readonly Actor[],
): Promise<Actor[]> {
  const [airport, bridge, station] = [
    await stage.unit('CP-WATTAY'),
    await stage.unit('CP-FB1'),
    await stage.unit('CP-THANALENG'),
  ];
  const posts = [...Array(7).fill(airport), ...Array(7).fill(bridge), ...Array(6).fill(station)];
  const officers = await stage.enter(aCast(posts, { from: 26, letter: 'F', since }), ['trainee'], admin.personId);
  const days = ['2017-10-10', '2017-10-11', '2017-10-12'];
  stage.at('2017-09-18', 9);
  const cohort = await stage.get(CohortsService).plan(admin, {
    courseId,
    versionId: null,
    titleEn: 'Foundation course, Vientiane',
    titleLo: 'ຫຼັກສູດພື້ນຖານ, ວຽງຈັນ',
    region: 'central',
    provinceId: 'LA-VT',
    venueEn: 'Vientiane',
    venueLo: 'ວຽງຈັນ',
    days,
    yearEstimated: true,
    seats: 20,
    note: `${source} The source names three posts and says that local and traditional posts were there too; all 20 are placed at the three named ones.`,
    team: masters
      .slice(0, 4)
      .map((master, index) => ({ personId: master.personId, role: index === 0 ? 'lead' : 'co-trainer' })),
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: masters[0]!, officers };
  await openClass(stage, held, admin);
  // One officer misses two half-days and so stays below four in five; another misses one and does not.
  await callAllNames(stage, held, (nth) => (nth === 2 ? [17] : nth === 3 ? [17, 18] : []));
  stage.at(days[2]!, 13, 30);
  await read(stage, held, ['M02', 'M03', 'M04', 'M07']);
  await holdTest(stage, held, 'post-test', days[2]!, (place) => (place === 19 ? 0.55 : 0.7 + (place % 6) * 0.05));
  await closeAndCertify(
    stage,
    held,
    admin,
    officers.filter((_, place) => place !== 17 && place !== 19),
  );
  return officers;
}

async function closeAndCertify(
  stage: Stage,
  { id, days }: Class,
  admin: Actor,
  graduates: readonly Actor[],
): Promise<void> {
  stage.at(days.at(-1)!, 16, 30);
  await stage.get(CohortsService).close(admin, id);
  await stage
    .get(IssuingService)
    .issue(admin, id, { kind: 'completion', personIds: graduates.map((graduate) => graduate.personId) });
  await stage.get(Relay).drain();
}

async function rollouts(
  stage: Stage,
  courseId: string,
  admin: Actor,
  masters: readonly Actor[],
  today: string,
): Promise<void> {
  const announced = [
    ['northern', 'LA-LP', 'Northern rollout', 'ການຝຶກອົບຮົມພາກເໜືອ', 'ແຂວງຫຼວງພະບາງ', 'Luang Prabang'],
    ['central', 'LA-KH', 'Central rollout', 'ການຝຶກອົບຮົມພາກກາງ', 'ແຂວງຄຳມ່ວນ', 'Khammouane'],
    ['southern', 'LA-CH', 'Southern rollout', 'ການຝຶກອົບຮົມພາກໃຕ້', 'ແຂວງຈຳປາສັກ', 'Champasak'],
  ] as const;
  for (const [index, [region, provinceId, titleEn, titleLo, venueLo, venueEn]] of announced.entries()) {
    const first = addDays(today, 21 + index * 14);
    await stage.get(CohortsService).plan(admin, {
      courseId,
      versionId: null,
      titleEn,
      titleLo,
      region,
      provinceId,
      venueEn,
      venueLo,
      days: [first, addDays(first, 1), addDays(first, 2)],
      yearEstimated: false,
      seats: 20,
      note: 'The source announces three rollouts for 60 officers in all. Dates, provinces, teams and 20 seats each are assumptions of this demonstration.',
      team: masters
        .slice(4 + index * 3, 7 + index * 3)
        .map((master, place) => ({ personId: master.personId, role: place === 0 ? 'lead' : 'co-trainer' })),
      clashOverride: null,
    });
  }
}

async function practiceClass(
  stage: Stage,
  courseId: string,
  admin: Actor,
  masters: readonly Actor[],
  today: string,
): Promise<Actor[]> {
  const posts = await Promise.all(
    ['CP-BOTEN', 'CP-NAMHEUANG', 'CP-NAMNGEUN', 'CP-PANGTHONG', 'CP-XIENGKOK', 'CP-TRAD-EXAMPLE-1'].map((code) =>
      stage.unit(code).catch(() => stage.unit('CP-BOTEN')),
    ),
  );
  const officers = await stage.enter(
    aCast([...posts, ...posts], { from: 52, letter: 'T', since, withSex: true }),
    ['trainee'],
    admin.personId,
  );
  const days = [today, addDays(today, 1), addDays(today, 2)];
  stage.at(addDays(today, -14), 9);
  const cohort = await stage.get(CohortsService).plan(admin, {
    courseId,
    versionId: null,
    titleEn: 'Practice class (invented)',
    titleLo: 'ຫ້ອງຮຽນທົດລອງ (ສົມມຸດ)',
    region: 'northern',
    provinceId: 'LA-LM',
    venueEn: 'Luang Namtha',
    venueLo: 'ແຂວງຫຼວງນ້ຳທາ',
    days,
    yearEstimated: false,
    seats: 20,
    note: 'Not from any source: a class that runs on the day the demonstration was loaded, to walk around in.',
    team: [
      { personId: masters[0]!.personId, role: 'lead' },
      { personId: masters[1]!.personId, role: 'co-trainer' },
    ],
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: masters[0]!, officers };
  await openClass(stage, held, admin);
  await callNames(stage, held, today, 'am', [5]);
  await read(stage, { ...held, officers: officers.slice(2, 9) }, ['M02']);
  return officers;
}

async function signIn(stage: Stage, who: string, actor: Actor, secret: string): Promise<DemoSignIn> {
  await stage.get(Queries).transaction((tx) => stage.get(AccountsService).setSecret(tx, actor.personId, secret));
  const [row] = await stage
    .get(Queries)
    .read<{ userName: string }>(`select user_name as "userName" from accounts where person_id = $1`, [actor.personId]);
  return { who, userName: row!.userName, secret };
}
