import { Injectable } from '@nestjs/common';
import { type Actor, type Permission, type Scope, refuseAccess, scope } from '../access/index.js';
import { refuseCourse } from './courses.failures.js';
import { seatedStates } from './enrolment-states.rules.js';
import { type Ties, type Verdict, mayLearn, mayRead, mayTeach } from './membership.rules.js';
import { type Membership, MembershipStore, type RosterEntry, type TraineeCohort } from './membership.store.js';
import { teaches } from './team.rules.js';

/** Who belongs to which cohort, and the one gate to everything that lies below a cohort. */
@Injectable()
export class MembershipService {
  constructor(private readonly store: MembershipStore) {}

  /** The cohort for somebody who may see it as one of its team, or as one who sees all; for anybody else it does not exist. */
  readable(actor: Actor, permission: Permission, cohortId: string): Promise<Membership> {
    return this.admitted(actor, permission, cohortId, mayRead);
  }

  /** The cohort for somebody who may change it: lead, co-trainer, planner, or one who may change all. */
  taught(actor: Actor, permission: Permission, cohortId: string): Promise<Membership> {
    return this.admitted(actor, permission, cohortId, mayTeach);
  }

  /** The cohort for somebody who has a seat in it. */
  learned(actor: Actor, permission: Permission, cohortId: string): Promise<Membership> {
    return this.admitted(actor, permission, cohortId, mayLearn);
  }

  /** What ties the person to the cohort; null when there is no such cohort. */
  membership(personId: string, cohortId: string): Promise<Membership | null> {
    return this.store.membership(cohortId, personId);
  }

  /** Lead or co-trainer. Who only planned the cohort does not teach it. */
  async isTrainerOf(personId: string, cohortId: string): Promise<boolean> {
    return teaches((await this.store.membership(cohortId, personId))?.teamRole ?? null);
  }

  async isEnrolledIn(personId: string, cohortId: string): Promise<boolean> {
    const ties = await this.store.membership(cohortId, personId);
    return ties !== null && ties.enrolmentState !== null && seatedStates.includes(ties.enrolmentState);
  }

  /** Where the person has or had a seat, the newest class first. */
  cohortsOfTrainee(personId: string): Promise<TraineeCohort[]> {
    return this.store.cohortsOfTrainee(personId);
  }

  /** Everybody with a seat, in Lao order of names, with rank and unit as they were at nomination. */
  roster(cohortId: string): Promise<RosterEntry[]> {
    return this.store.roster(cohortId);
  }

  private async admitted(
    actor: Actor,
    permission: Permission,
    cohortId: string,
    verdict: (scope: Scope | null, ties: Ties) => Verdict,
  ): Promise<Membership> {
    const found = await this.store.membership(cohortId, actor.personId);
    const answer = found === null ? 'missing' : verdict(scope(actor, permission), found);
    if (answer === 'not_allowed') throw refuseAccess('access.not_allowed');
    if (found === null || answer === 'missing') throw refuseCourse('cohort.missing');
    return found;
  }
}
