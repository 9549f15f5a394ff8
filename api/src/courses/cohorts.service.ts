import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { CurriculaService } from '../curricula/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { type CohortAction, closureFault, cohortAllows, openingFault } from './cohort-states.rules.js';
import type { Cohort, CohortChange, CohortQuery, PlanInput, Replan, TeamChange } from './cohorts.contract.js';
import { type CohortFound, CohortsStore } from './cohorts.store.js';
import { refuseCourse } from './courses.failures.js';
import type { CohortRow } from './courses.rows.js';
import { EnrolmentsService } from './enrolments.service.js';
import { mayTeach } from './membership.rules.js';
import { MembershipService } from './membership.service.js';
import { mayBe, PlanningService, toRows } from './planning.service.js';
import { TimetableStore } from './timetable.store.js';

/** Cohorts from the plan to the end. Seats and people are the business of enrolments. */
@Injectable()
export class CohortsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: CohortsStore,
    private readonly timetables: TimetableStore,
    private readonly planning: PlanningService,
    private readonly enrolments: EnrolmentsService,
    private readonly members: MembershipService,
    private readonly curricula: CurriculaService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: CohortQuery) {
    const ownOnly = query.mine === 'yes' || scope(actor, 'cohort.read') === 'own';
    const rows = await this.store.cohorts(query, actor.personId, ownOnly, fromCursor(query.after, 2));
    return pageOf(rows, query.limit, ({ startsOn, id }) => [startsOn, id]);
  }

  async cohort(actor: Actor, id: string): Promise<Cohort> {
    const [ties, found] = await Promise.all([
      this.members.readable(actor, 'cohort.read', id),
      this.store.cohort(id, actor.personId),
    ]);
    const mayEdit = mayTeach(scope(actor, 'cohort.edit'), ties) === 'yes';
    return { ...(found as CohortFound), allowed: mayEdit ? [...cohortAllows(ties.state)] : [] };
  }

  async plan(actor: Actor, input: PlanInput): Promise<Cohort> {
    return this.cohort(actor, await this.planning.plan(actor, input));
  }

  async change(actor: Actor, id: string, input: CohortChange): Promise<Cohort> {
    return this.write(actor, id, 'edit', async (tx, { seatsTaken }) => {
      if (input.seats !== undefined && input.seats < seatsTaken)
        throw refuseCourse('cohort.seats_below_taken', { seatsTaken });
      await this.store.change(tx, id, withoutAbsent(input)).catch((fault: { constraint?: string }) => {
        throw fault.constraint === 'cohorts_province_fk' ? refuseCourse('cohort.province_missing') : fault;
      });
      if (input.seats !== undefined)
        await this.enrolments.moveUp(tx, id, { seats: input.seats, taken: seatsTaken }, actor.personId);
    });
  }

  /** A new timetable from the pinned version, on other days or on the same ones; what was changed by hand is gone. */
  async replan(actor: Actor, id: string, { days, variant: wished, clashOverride }: Replan): Promise<Cohort> {
    return this.write(actor, id, 'replan', async (tx, { versionId, code, variant: before }) => {
      const variant = wished === undefined ? before : wished;
      const outline = await this.curricula.outline(versionId);
      if (variant !== before) mayBe(outline, variant);
      const slots = this.planning.laid(outline, days, variant);
      await this.planning.refuseClashes(tx, actor, id, await this.store.team(tx, id), slots, clashOverride);
      await this.timetables.replace(tx, id, toRows(id, slots));
      await this.store.change(tx, id, { startsOn: days[0]!, endsOn: days.at(-1)!, variant });
      if (variant !== before)
        await this.audit.append(tx, {
          actorId: actor.personId,
          action: 'cohort.variant_changed',
          subjectKind: 'cohort',
          subjectId: id,
          details: { code, from: before, to: variant },
        });
    });
  }

  async appoint(actor: Actor, id: string, { team, clashOverride }: TeamChange): Promise<Cohort> {
    return this.write(actor, id, 'team', async (tx) => {
      await this.planning.appoint(tx, actor, id, team, await this.timetables.sessionsIn(tx, id), clashOverride);
    });
  }

  async open(actor: Actor, id: string): Promise<Cohort> {
    return this.write(actor, id, 'open', async (tx, cohort) => {
      const fault = openingFault(cohort);
      if (fault !== null) throw refuseCourse(fault, { state: cohort.state });
      await this.turn(tx, actor, cohort, 'running', null);
    });
  }

  async close(actor: Actor, id: string): Promise<Cohort> {
    return this.write(actor, id, 'close', async (tx, cohort) => {
      const fault = closureFault(cohort, vientianeDay(this.clock.now()));
      if (fault !== null) throw refuseCourse(fault, { endsOn: cohort.endsOn });
      await this.turn(tx, actor, cohort, 'closed', null);
    });
  }

  async cancel(actor: Actor, id: string, reason: string): Promise<Cohort> {
    return this.write(actor, id, 'cancel', (tx, cohort) => this.turn(tx, actor, cohort, 'cancelled', reason));
  }

  /** One change of a cohort by somebody who may, in a state that allows it, with the row locked. */
  private async write(
    actor: Actor,
    id: string,
    action: CohortAction,
    work: (tx: Tx, cohort: CohortRow) => Promise<void>,
  ): Promise<Cohort> {
    await this.members.taught(actor, 'cohort.edit', id);
    await this.queries.transaction(async (tx) => {
      const cohort = (await this.store.locked(tx, id))!;
      if (!cohortAllows(cohort.state).includes(action))
        throw refuseCourse('cohort.wrong_state', { state: cohort.state });
      await work(tx, cohort);
    });
    return this.cohort(actor, id);
  }

  private async turn(
    tx: Tx,
    actor: Actor,
    { id, code }: CohortRow,
    state: 'running' | 'closed' | 'cancelled',
    reason: string | null,
  ): Promise<void> {
    const closedAt = state === 'running' ? null : this.clock.now();
    await this.store.change(tx, id, { state, stateReason: reason, closedAt });
    const action = { running: 'cohort.opened', closed: 'cohort.closed', cancelled: 'cohort.cancelled' }[state];
    await this.audit.append(tx, {
      actorId: actor.personId,
      action,
      subjectKind: 'cohort',
      subjectId: id,
      details: { code, ...(reason === null ? {} : { reason }) },
    });
  }
}

/** The parts that were sent: an absent key changes nothing. */
function withoutAbsent(change: CohortChange): Partial<CohortRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
