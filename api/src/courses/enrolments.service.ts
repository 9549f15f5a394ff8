import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { newId } from '../kernel/ids.js';
import { mayTouchAccount } from '../people/index.js';
import { cardHelps, cardState, mayPrintIn } from './card.rules.js';
import { cohortAllows } from './cohort-states.rules.js';
import { CohortsStore } from './cohorts.store.js';
import { refuseCourse } from './courses.failures.js';
import type { CohortRow } from './courses.rows.js';
import type { CandidateQuery, Confirmation, EnrolmentQuery } from './enrolments.contract.js';
import { EnrolmentsStore } from './enrolments.store.js';
import {
  type EnrolmentAction,
  type SeatFacts,
  enrolmentAllows,
  movedUp,
  seatedStates,
  seating,
} from './enrolment-states.rules.js';
import { mayTeach } from './membership.rules.js';
import { MembershipService } from './membership.service.js';
import { likeWords } from './search-words.rules.js';

/** Seats: nominated, confirmed, waiting, withdrawn. Every change holds the cohort's row, so that no seat is given twice. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: EnrolmentsStore,
    private readonly cohorts: CohortsStore,
    private readonly members: MembershipService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, cohortId: string, { state, limit, after }: EnrolmentQuery) {
    const ties = await this.members.readable(actor, 'enrolment.read', cohortId);
    const rows = await this.store.enrolments(
      cohortId,
      state ?? null,
      fromCursor(after, 3),
      limit + 1,
      this.clock.now(),
    );
    const { items, next } = pageOf(rows, limit, ({ order }) => order);
    const mayEnrol =
      cohortAllows(ties.state).includes('enrol') && mayTeach(scope(actor, 'enrolment.edit'), ties) === 'yes';
    const printing = scope(actor, 'card.print');
    const mayPrint = mayPrintIn(printing, ties.teamRole);
    return {
      items: items.map(({ account, ...row }) => ({
        ...row,
        card: mayPrint ? cardState(account) : null,
        allowed: [
          ...(mayEnrol ? enrolmentAllows(row.state) : []),
          ...(mayPrint && cardHelps(row.state, account) && mayTouchAccount(printing, account)
            ? ['print_card' as const]
            : []),
        ],
      })),
      next,
    };
  }

  async nominate(
    actor: Actor,
    cohortId: string,
    personIds: readonly string[],
  ): Promise<{ nominated: number; already: number }> {
    const wanted = [...new Set(personIds)];
    return this.write(actor, cohortId, async (tx) => {
      if ((await this.store.countPeople(tx, wanted)) < wanted.length) throw refuseCourse('enrolment.person_missing');
      if ((await this.store.teamAmong(tx, cohortId, wanted)) > 0) throw refuseCourse('enrolment.person_teaches');
      const now = this.clock.now();
      const people = wanted.map((personId) => ({ id: newId(), personId }));
      const nominated = await this.store.nominate(tx, cohortId, people, now, vientianeDay(now), actor.personId);
      return { nominated: nominated.length, already: wanted.length - nominated.length };
    });
  }

  /** Gives seats in the order asked. Too few seats: nobody gets one, or, with `orWait`, the last go to the waiting list. */
  async confirm(actor: Actor, cohortId: string, { enrolmentIds, orWait }: Confirmation) {
    return this.write(actor, cohortId, async (tx, { seats, seatsTaken: taken }) => {
      const asked = await this.found(tx, cohortId, enrolmentIds, 'confirm');
      const verdict = seating(asked, { seats, taken }, orWait);
      if (verdict === null) throw refuseCourse('cohort.full', { seats, free: seats - taken, asked: asked.length });
      const now = this.clock.now();
      const [confirmed, all] = [verdict.confirmed.map(({ id }) => id), verdict.waiting.map(({ id }) => id)];
      // Whoever waits already keeps the place.
      const waiting = verdict.waiting.filter(({ state }) => state !== 'waiting').map(({ id }) => id);
      await this.store.setState(tx, confirmed, 'confirmed', now, actor.personId);
      await this.store.setState(tx, waiting, 'waiting', now, actor.personId);
      await this.store.setSeatsTaken(tx, cohortId, taken + confirmed.length);
      return { confirmed, waiting: all, seats, seatsTaken: taken + confirmed.length };
    });
  }

  /** Takes a person out, with the reason; a seat that frees goes to whoever has waited longest. */
  async withdraw(actor: Actor, cohortId: string, enrolmentId: string, reason: string) {
    return this.write(actor, cohortId, async (tx, { seats, seatsTaken }) => {
      const [enrolment] = await this.found(tx, cohortId, [enrolmentId], 'withdraw');
      const taken = seatsTaken - (enrolment!.state === 'confirmed' ? 1 : 0);
      await this.store.setState(tx, [enrolmentId], 'withdrawn', this.clock.now(), actor.personId, reason);
      const up = await this.moveUp(tx, cohortId, { seats, taken }, actor.personId);
      return { movedUp: up, seats, seatsTaken: taken + up.length };
    });
  }

  /** Gives free seats to the waiting list in its order and writes how many are taken. */
  async moveUp(tx: Tx, cohortId: string, facts: SeatFacts, by: string | null): Promise<string[]> {
    const up = movedUp(await this.store.waiting(tx, cohortId), facts).map(({ id }) => id);
    await this.store.setState(tx, up, 'confirmed', this.clock.now(), by);
    await this.store.setSeatsTaken(tx, cohortId, facts.taken + up.length);
    return up;
  }

  /** What became of those with a seat once the class closed: decided by the feature that knows attendance and tests. */
  async conclude(
    tx: Tx,
    cohortId: string,
    outcomes: readonly { personId: string; state: 'completed' | 'incomplete' }[],
    by: string | null,
  ): Promise<void> {
    const heads = await this.store.headsOfPeople(
      tx,
      cohortId,
      outcomes.map(({ personId }) => personId),
    );
    for (const state of ['completed', 'incomplete'] as const) {
      const wanted = new Set(outcomes.filter((outcome) => outcome.state === state).map(({ personId }) => personId));
      const changed = heads.filter(
        (head) => wanted.has(head.personId) && head.state !== state && seatedStates.includes(head.state),
      );
      await this.store.setState(
        tx,
        changed.map(({ id }) => id),
        state,
        this.clock.now(),
        by,
      );
    }
  }

  /** The enrolments of people in a cohort, for features that know only the persons. */
  async idsOf(cohortId: string, personIds: readonly string[]): Promise<string[]> {
    return this.queries.transaction(async (tx) =>
      (await this.store.headsOfPeople(tx, cohortId, personIds)).map(({ id }) => id),
    );
  }

  /** People who could be nominated. */
  async candidates(actor: Actor, { q, cohortId, limit, after }: CandidateQuery) {
    if (cohortId !== undefined) await this.members.readable(actor, 'enrolment.edit', cohortId);
    const rows = await this.store.candidates(
      likeWords(q),
      cohortId ?? null,
      fromCursor(after, 3),
      limit + 1,
      vientianeDay(this.clock.now()),
    );
    return pageOf(rows, limit, ({ order }) => order);
  }

  private async found(tx: Tx, cohortId: string, ids: readonly string[], action: EnrolmentAction) {
    const wanted = [...new Set(ids)];
    const found = await this.store.heads(tx, cohortId, wanted);
    if (found.length < wanted.length) throw refuseCourse('enrolment.missing');
    const wrong = found.find(({ state }) => !enrolmentAllows(state).includes(action));
    if (wrong) throw refuseCourse('enrolment.wrong_state', { state: wrong.state });
    return found;
  }

  private async write<T>(actor: Actor, cohortId: string, work: (tx: Tx, cohort: CohortRow) => Promise<T>): Promise<T> {
    await this.members.taught(actor, 'enrolment.edit', cohortId);
    return this.queries.transaction(async (tx) => {
      const cohort = (await this.cohorts.locked(tx, cohortId))!;
      if (!cohortAllows(cohort.state).includes('enrol'))
        throw refuseCourse('cohort.wrong_state', { state: cohort.state });
      return work(tx, cohort);
    });
  }
}
