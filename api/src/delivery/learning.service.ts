import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { CohortVersionsService, placed, shownVersions } from '../courses/index.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { attendanceSummary, halfDays } from './attendance.rules.js';
import { AttendanceStore } from './attendance.store.js';
import { ofClass } from './class-module.rules.js';
import { ClassStore } from './class.store.js';
import { LearningStore } from './learning.store.js';
import { TestBoard } from './test-board.js';
import { byInterest, nextLesson, phase, sessionStates } from './today.rules.js';
import { VersionOutlines } from './version-outlines.js';

/** How many classes Today shows: the one that runs and its neighbours. */
const shown = 3;

/** A learner's own pages: what is on today, and the lessons with how far they have come. */
@Injectable()
export class LearningService {
  constructor(
    private readonly store: LearningStore,
    private readonly classes: ClassStore,
    private readonly attendance: AttendanceStore,
    private readonly versions: CohortVersionsService,
    private readonly outlines: VersionOutlines,
    private readonly board: TestBoard,
    private readonly clock: Clock,
  ) {}

  async today(actor: Actor) {
    const now = this.clock.now();
    const date = vientianeDay(now);
    const cohorts = (await this.cohortsOf(actor, date)).slice(0, shown);
    const ids = cohorts.map((cohort) => cohort.id);
    const [lessons, sessions, marks, tests] = await Promise.all([
      this.lessonsOf(actor, cohorts),
      this.classes.sessions(ids),
      this.attendance.ofPerson(ids, actor.personId),
      this.board.testsOf(actor.personId, ids),
    ]);
    const classes = cohorts.map((cohort, index) => {
      const timetable = sessions.filter((session) => session.cohortId === cohort.id);
      const meets = halfDays(cohort, timetable);
      const dates = [...new Set(meets.map((one) => one.date))];
      const todays = timetable.filter((session) => session.date === date);
      const states = sessionStates(todays, now);
      const own = lessons[index]!;
      const taughtNow =
        todays.find((session, at) => states[at] === 'now' && session.kind === 'module')?.moduleCode ?? null;
      const marked = marks.filter((mark) => mark.cohortId === cohort.id);
      return {
        ...cohort,
        day: dates.includes(date) ? dates.indexOf(date) + 1 : null,
        days: dates.length,
        sessions: todays.map(({ titleEn, titleLo, ...session }, at) => ({
          ...session,
          title: { en: titleEn, lo: titleLo },
          state: states[at],
        })),
        next: nextLesson(own, taughtNow),
        lessons: { finished: own.filter((lesson) => lesson.finishedAt !== null).length, of: own.length },
        tests: tests.get(cohort.id) ?? [],
        attendance: { marks: marked, summary: attendanceSummary(meets, marked) },
      };
    });
    return { now, date, classes };
  }

  async lessons(actor: Actor) {
    const cohorts = await this.cohortsOf(actor, vientianeDay(this.clock.now()));
    const lessons = await this.lessonsOf(actor, cohorts);
    return { classes: cohorts.map((cohort, index) => ({ ...cohort, lessons: lessons[index]! })) };
  }

  private async cohortsOf(actor: Actor, date: string) {
    const cohorts = await this.store.cohortsOf(actor.personId);
    return byInterest(cohorts.map((cohort) => ({ ...cohort, phase: phase(cohort, date) })));
  }

  /** For each cohort its lessons in teaching order, with the person's progress. */
  private async lessonsOf(actor: Actor, cohorts: readonly { readonly id: string }[]) {
    const ids = cohorts.map((cohort) => cohort.id);
    const [progress, practice, modules] = await Promise.all([
      this.store.progressOf(actor.personId, ids),
      this.store.practiceOf(actor.personId, ids),
      this.modulesOf(ids),
    ]);
    const key = (row: { cohortId: string; moduleCode: string }) => `${row.cohortId} ${row.moduleCode}`;
    const progressAt = new Map(progress.map((row) => [key(row), row]));
    const practiceAt = new Map(practice.map((row) => [key(row), row]));
    return cohorts.map(({ id }) =>
      (modules.get(id) ?? []).map(({ code, versionId, minutes, titleEn, titleLo, sections, download }) => {
        const read = progressAt.get(`${id} ${code}`);
        const { answered = 0, correct = 0 } = practiceAt.get(`${id} ${code}`) ?? {};
        return {
          code,
          versionId,
          minutes,
          title: { en: titleEn, lo: titleLo },
          sections,
          finished: sections.filter((section) => read?.sections.includes(section)),
          openedAt: read?.openedAt ?? null,
          finishedAt: read?.finishedAt ?? null,
          practice: { answered, correct },
          download,
        };
      }),
    );
  }

  /** For each cohort its modules, each of the version that the cohort has of it. */
  private async modulesOf(cohortIds: readonly string[]) {
    const cohorts = await this.versions.of(cohortIds);
    const outlines = await this.outlines.ofAll([...cohorts.values()].flatMap(shownVersions));
    return new Map(
      [...cohorts].map(([cohortId, versions]) => [
        cohortId,
        placed(versions, 'module', (id) => outlines.get(id)!).map((module) => ofClass(module, versions.variant)),
      ]),
    );
  }
}
