import type { Actor } from '../access/index.js';
import { IssuingService } from '../certificates/index.js';
import { CurriculaService } from '../curricula/index.js';
import { CohortsService, CoursesService } from '../courses/index.js';
import { Relay } from '../jobs/relay.js';
import { ProgrammeService } from '../programme/index.js';
import { aCast } from './cast.js';
import { type Class, callAllNames, holdTest, openClass, read } from './class.js';
import type { Stage } from './stage.js';

/** Since when the people of the demonstration are at their units. */
export const since = '2017-01-01';
const source =
  'Replayed from a public press note of IOM Lao PDR; the year is an estimate. The persons and their results are invented.';

export async function aProject(stage: Stage): Promise<string> {
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

export async function aCourse(
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

export async function trainingOfTrainers(
  stage: Stage,
  projectId: string,
  admin: Actor,
  iomTrainer: Actor,
): Promise<Actor[]> {
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
  const days = ['2017-08-14', '2017-08-15', '2017-08-16', '2017-08-17', '2017-08-18'];
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
    note: `${source} The source names the month only: the five days are an assumption.`,
    team: [{ personId: iomTrainer.personId, role: 'lead' }],
    variant: null,
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: iomTrainer, officers: candidates };
  await openClass(stage, held, admin);
  await callAllNames(stage, held);
  await holdTest(stage, held, 'post-test', { date: days[4]!, hour: 14 }, (place) => 0.8 + (place % 4) * 0.05);
  await closeAndCertify(stage, held, admin, candidates);
  const masters = await stage.grant(candidates, 'trainer', admin.personId);
  return masters.map((master) => ({ ...master, roles: ['trainee', 'trainer'] }));
}

export async function foundationCourse(
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
    variant: null,
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: masters[0]!, officers };
  await openClass(stage, held, admin);
  await holdTest(stage, held, 'pre-test', { date: days[0]!, hour: 9 }, (place) => 0.3 + (place % 7) * 0.05);
  // One officer misses two half-days and so stays below four in five; another misses one and does not.
  await callAllNames(stage, held, (nth) => (nth === 2 ? [17] : nth === 3 ? [17, 18] : []));
  stage.at(days[2]!, 13, 30);
  await read(stage, held, ['M02', 'M03', 'M04', 'M07']);
  await holdTest(stage, held, 'post-test', { date: days[2]!, hour: 14 }, (place) =>
    place === 19 ? 0.55 : 0.7 + (place % 6) * 0.05,
  );
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
