import type { Actor } from '../access/index.js';
import { CohortsService } from '../courses/index.js';
import { addDays } from '../kernel/dates.js';
import { aCast } from './cast.js';
import { type Class, callNames, openClass, read } from './class.js';
import { since } from './past.scenes.js';
import type { Stage } from './stage.js';

export async function rollouts(
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
      variant: null,
      clashOverride: null,
    });
  }
}

export async function practiceClass(
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
    variant: null,
    clashOverride: null,
  });
  const held: Class = { id: cohort.id, versionId: cohort.version.id, days, trainer: masters[0]!, officers };
  await openClass(stage, held, admin);
  await callNames(stage, held, today, 'am', [5]);
  await read(stage, { ...held, officers: officers.slice(2, 9) }, ['M02']);
  return officers;
}
