import type { Actor } from '../access/index.js';
import { AttemptsService, rightAnswer, WindowsService } from '../assessment/index.js';
import { CurriculaService } from '../curricula/index.js';
import { CohortsService, EnrolmentsService } from '../courses/index.js';
import { AttendanceService } from '../delivery/index.js';
import type { Deed, Stage } from './stage.js';
import { wrongAnswer } from './wrong-answers.js';

export interface Class {
  readonly id: string;
  readonly versionId: string;
  readonly days: readonly string[];
  readonly trainer: Actor;
  readonly officers: readonly Actor[];
}

/** Gives every officer a seat, and opens the class on the morning of its first day. */
export async function openClass(stage: Stage, { id, days, officers }: Class, admin: Actor): Promise<void> {
  const enrolments = stage.get(EnrolmentsService);
  const people = officers.map((officer) => officer.personId);
  await enrolments.nominate(admin, id, people);
  await enrolments.confirm(admin, id, { enrolmentIds: await enrolments.idsOf(id, people), orWait: false });
  stage.at(days[0]!, 8, 0);
  await stage.get(CohortsService).open(admin, id);
}

/** Calls the names on every half-day of the class, in order; `absent` says which places in the list stay empty on the nth. */
export async function callAllNames(
  stage: Stage,
  held: Class,
  absent: (nth: number) => readonly number[] = () => [],
): Promise<void> {
  const { halfDays } = await stage.get(AttendanceService).sheet(held.trainer, held.id);
  for (const [nth, { date, half }] of halfDays.entries()) await callNames(stage, held, date, half, absent(nth));
}

/** Calls the names of a half-day. */
export async function callNames(
  stage: Stage,
  { id, trainer, officers }: Class,
  date: string,
  half: 'am' | 'pm',
  absent: readonly number[],
): Promise<void> {
  stage.at(date, half === 'am' ? 8 : 13, half === 'am' ? 35 : 5);
  await stage.does(
    trainer,
    id,
    officers.map((officer, index) => ({
      kind: 'attendance.marked',
      payload: { person: officer.personId, date, half, mark: absent.includes(index) ? 'absent' : 'present' },
    })),
  );
}

/** Lets the officers read the given modules on their phones. */
export async function read(
  stage: Stage,
  { id, versionId, officers }: Class,
  modules: readonly string[],
): Promise<void> {
  const outline = await stage.get(CurriculaService).outline(versionId);
  const known = outline.modules.map((module) => module.code).filter((code) => modules.includes(code));
  for (const officer of officers)
    await stage.does(
      officer,
      id,
      known.flatMap((module) => [
        { kind: 'module.opened', payload: { module } },
        { kind: 'module.finished', payload: { module } },
      ]),
    );
}

/** Holds a test: opens it, lets every officer earn at least the given share of its points, and closes it. */
export async function holdTest(
  stage: Stage,
  { id, versionId, trainer, officers }: Class,
  testCode: string,
  { date, hour }: { readonly date: string; readonly hour: number },
  shareRight: (place: number) => number,
): Promise<void> {
  stage.at(date, hour, 0);
  await stage.get(WindowsService).open(trainer, id, testCode);
  for (const [place, officer] of officers.entries()) {
    stage.at(date, hour, 1 + (place % 5));
    const attempt = await stage.get(AttemptsService).begin(officer, { cohortId: id, testCode });
    const keyed = new Map(
      (
        await stage.get(CurriculaService).questions(
          versionId,
          attempt.questions.map((one) => one.id),
        )
      ).map((one) => [one.id, one]),
    );
    const known = firstWorth(attempt.questions, shareRight(place));
    stage.at(date, hour, 20 + (place % 10));
    await stage.does(officer, id, [
      ...attempt.questions.map((asked, index): Deed => ({
        kind: 'answer.saved',
        payload: {
          attempt: attempt.id,
          question: asked.id,
          seq: index + 1,
          answer: known.has(asked.id) ? rightAnswer(keyed.get(asked.id)!) : wrongAnswer(keyed.get(asked.id)!),
        },
      })),
      { kind: 'attempt.submitted', payload: { attempt: attempt.id, seq: attempt.questions.length + 1 } },
    ]);
  }
  stage.at(date, hour, 45);
  await stage.get(WindowsService).close(trainer, id, testCode);
}

/** The first questions of a paper that are together worth the share of its points. */
function firstWorth(
  questions: readonly { readonly id: string; readonly points: number }[],
  share: number,
): Set<string> {
  const wanted = questions.reduce((sum, { points }) => sum + points, 0) * share;
  const known = new Set<string>();
  let earned = 0;
  for (const { id, points } of questions) {
    if (earned >= wanted - 1e-9) break;
    known.add(id);
    earned += points;
  }
  return known;
}
