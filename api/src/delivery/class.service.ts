import { Injectable } from '@nestjs/common';
import { type Actor, type Permission, scope } from '../access/index.js';
import { type HalfDay, halfDays } from './attendance.rules.js';
import { ClassStore, type TaughtClass } from './class.store.js';
import { refuseDelivery } from './delivery.failures.js';

/** A cohort as somebody of its team sees it. */
export interface TeamClass extends TaughtClass {
  /** Whether the person is its lead or a co-trainer, and not only an observer. */
  readonly teaches: boolean;
  readonly onTeam: boolean;
}

/** Finds a class for whoever may see it; for anybody else there is none. */
@Injectable()
export class ClassService {
  constructor(private readonly store: ClassStore) {}

  async ofTeam(actor: Actor, cohortId: string, permission: Permission): Promise<TeamClass> {
    const [found] = await this.store.classesFor(actor.personId, [cohortId]);
    if (found === undefined || (scope(actor, permission) !== 'all' && !found.onTeam))
      throw refuseDelivery('class.unknown');
    return found;
  }

  /** Without asking who wants to know: for other features. */
  async any(cohortId: string): Promise<TaughtClass> {
    const [found] = await this.store.classesFor(null, [cohortId]);
    if (found === undefined) throw refuseDelivery('class.unknown');
    return found;
  }

  async halfDaysOf(cohort: TaughtClass): Promise<HalfDay[]> {
    return halfDays(cohort, await this.store.sessions([cohort.id]));
  }
}
