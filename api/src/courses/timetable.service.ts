import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Queries } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { cohortAllows } from './cohort-states.rules.js';
import { versionOf } from './cohort-versions.rules.js';
import { CohortVersionsService } from './cohort-versions.service.js';
import { CohortsStore } from './cohorts.store.js';
import { refuseCourse } from './courses.failures.js';
import { MembershipService } from './membership.service.js';
import { PlanningService } from './planning.service.js';
import { likeWords } from './search-words.rules.js';
import { sessionChange } from './timetable-change.rules.js';
import type { SessionChange, Timetable, TrainerQuery } from './timetable.contract.js';
import { taughtMinutes } from './timetable.rules.js';
import { type SessionFound, TimetableStore } from './timetable.store.js';

@Injectable()
export class TimetableService {
  constructor(
    private readonly queries: Queries,
    private readonly store: TimetableStore,
    private readonly cohorts: CohortsStore,
    private readonly planning: PlanningService,
    private readonly members: MembershipService,
    private readonly versions: CohortVersionsService,
    private readonly clock: Clock,
  ) {}

  async timetable(actor: Actor, cohortId: string): Promise<Timetable> {
    await this.members.readable(actor, 'cohort.read', cohortId);
    const [sessions, versions] = await Promise.all([this.store.sessions(cohortId), this.versions.ofCohort(cohortId)]);
    return {
      taughtMinutes: taughtMinutes(sessions),
      sessions: sessions.map((session) => ({
        ...session,
        versionId: session.moduleCode === null ? null : versionOf(versions, 'module', session.moduleCode),
      })),
    };
  }

  /** The sessions of a cohort in order of time, for features that asked the gate themselves. */
  sessions(cohortId: string): Promise<SessionFound[]> {
    return this.store.sessions(cohortId);
  }

  /** Another time for one session, by hand; with `push` what follows on that day gives way. */
  async change(actor: Actor, cohortId: string, sessionId: string, wish: SessionChange): Promise<Timetable> {
    await this.members.taught(actor, 'cohort.edit', cohortId);
    await this.queries.transaction(async (tx) => {
      const cohort = (await this.cohorts.locked(tx, cohortId))!;
      if (!cohortAllows(cohort.state).includes('session'))
        throw refuseCourse('cohort.wrong_state', { state: cohort.state });
      const sessions = await this.store.sessionsIn(tx, cohortId);
      if (!sessions.some(({ id }) => id === sessionId)) throw refuseCourse('session.missing');
      const verdict = sessionChange(sessions, sessionId, wish, cohort);
      if (verdict.fault === 'session.overlaps')
        throw refuseCourse(verdict.fault, {
          title: verdict.title,
          startsMinute: verdict.startsMinute,
          endsMinute: verdict.endsMinute,
        });
      if (verdict.fault !== null) throw refuseCourse(verdict.fault);
      await this.planning.refuseClashes(
        tx,
        actor,
        cohortId,
        await this.cohorts.team(tx, cohortId),
        verdict.moved,
        null,
        sessions,
      );
      await this.store.move(tx, verdict.moved);
    });
    return this.timetable(actor, cohortId);
  }

  /** People who may teach, for choosing a team. */
  async trainers({ q, limit, after }: TrainerQuery) {
    const rows = await this.store.trainers(
      likeWords(q ?? ''),
      fromCursor(after, 3),
      limit + 1,
      vientianeDay(this.clock.now()),
    );
    return pageOf(rows, limit, ({ order }) => order);
  }
}
