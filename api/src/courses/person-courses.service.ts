import { Injectable } from '@nestjs/common';
import { type Actor, scope } from '../access/index.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { PeopleService } from '../people/index.js';
import type { PersonCoursesQuery } from './person-courses.contract.js';
import { PersonCoursesStore } from './person-courses.store.js';

/** What a person has been trained in, and what they taught. */
@Injectable()
export class PersonCoursesService {
  constructor(
    private readonly store: PersonCoursesStore,
    private readonly people: PeopleService,
  ) {}

  /** For whoever sees only their own classes, the classes that they share with the person. Whom they may not see is missing. */
  async list(actor: Actor, personId: string, { limit, after }: PersonCoursesQuery) {
    await this.people.person(actor, personId);
    const seenBy = scope(actor, 'enrolment.read') === 'all' ? null : actor.personId;
    const rows = await this.store.ofPerson(personId, seenBy, fromCursor(after, 2), limit + 1);
    return pageOf(rows, limit, ({ cohort }) => [cohort.startsOn, cohort.id]);
  }
}
