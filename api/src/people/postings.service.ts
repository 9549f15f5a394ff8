import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { Queries, type Tx } from '../db/queries.js';
import { PlacesService } from '../places/index.js';
import type { NewPosting, Person, PostingChange } from './people.contract.js';
import { refusePerson } from './people.failures.js';
import { PostingRow } from './people.rows.js';
import { PeopleService } from './people.service.js';
import { PeopleStore } from './people.store.js';
import { RosterService } from './roster.service.js';
import { RosterStore } from './roster.store.js';

/** Where persons are posted, day by day: moves and corrections. What was stays on record. */
@Injectable()
export class PostingsService {
  constructor(
    private readonly queries: Queries,
    private readonly store: PeopleStore,
    private readonly people: PeopleService,
    private readonly roster: RosterService,
    private readonly rosterStore: RosterStore,
    private readonly places: PlacesService,
    private readonly audit: AuditService,
  ) {}

  /** Moves a person: the posting that was running ends the day before. */
  async move(actor: Actor, personId: string, input: NewPosting): Promise<Person> {
    await this.queries.transaction(async (tx) => {
      await this.rosterStore.lock(tx);
      if ((await this.store.row(tx, personId)) === null) throw refusePerson('people.person_missing');
      await this.places.openUnit(input.unitId, input.validFrom);
      await this.roster.place(tx, [{ personId, ...input }]);
      await this.note(tx, actor, 'person.moved', personId, { unitId: input.unitId, validFrom: input.validFrom });
    });
    return this.people.person(actor, personId);
  }

  /** Corrects a posting, or ends it; the days of the others are not touched. */
  async correct(actor: Actor, personId: string, postingId: string, input: PostingChange): Promise<Person> {
    await this.queries.transaction(async (tx) => {
      const before = await tx.findOneBy(PostingRow, { id: postingId, personId });
      if (before === null) throw refusePerson('people.posting_missing');
      const after = { ...before, ...input };
      if (after.validTo !== null && after.validTo < after.validFrom) throw refusePerson('people.dates_out_of_order');
      if (input.unitId) await this.places.openUnit(input.unitId, after.validFrom);
      if (Object.keys(input).length > 0) await tx.update(PostingRow, { id: postingId }, input).catch(refuseOverlap);
      await this.note(tx, actor, 'person.posting_corrected', personId, { fields: Object.keys(input) });
    });
    return this.people.person(actor, personId);
  }

  /** Takes away a posting that never was. */
  async remove(actor: Actor, personId: string, postingId: string): Promise<Person> {
    await this.queries.transaction(async (tx) => {
      const { affected } = await tx.delete(PostingRow, { id: postingId, personId });
      if (affected !== 1) throw refusePerson('people.posting_missing');
      await this.note(tx, actor, 'person.posting_removed', personId, {});
    });
    return this.people.person(actor, personId);
  }

  private note(
    tx: Tx,
    actor: Actor,
    action: string,
    subjectId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.append(tx, { actorId: actor.personId, action, subjectKind: 'person', subjectId, details });
  }
}

function refuseOverlap(fault: { constraint?: string }): never {
  const overlaps = ['postings_never_overlap', 'postings_start_once'].includes(fault.constraint ?? '');
  throw overlaps ? refusePerson('people.postings_overlap') : fault;
}
