import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService, type Actor } from '../access/index.js';
import { Queries } from '../db/queries.js';
import { Relay } from '../jobs/relay.js';
import type { FixedClock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { staff } from './cast.js';
import { aCourse, aProject, foundationCourse, since, trainingOfTrainers } from './past.scenes.js';
import { practiceClass, rollouts } from './present.scenes.js';
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

async function signIn(stage: Stage, who: string, actor: Actor, secret: string): Promise<DemoSignIn> {
  await stage.get(Queries).transaction((tx) => stage.get(AccountsService).setSecret(tx, actor.personId, secret));
  const [row] = await stage
    .get(Queries)
    .read<{ userName: string }>(`select user_name as "userName" from accounts where person_id = $1`, [actor.personId]);
  return { who, userName: row!.userName, secret };
}
