import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { numberKey, searchKey } from '../kernel/text.js';
import { type Actor, scope } from '../access/index.js';
import { AuditService } from '../audit/audit.service.js';
import { Queries, type Tx } from '../db/queries.js';
import { fromCursor, pageOf } from '../http/contract.js';
import { PlacesService } from '../places/index.js';
import { actionsFor } from './actions.rules.js';
import { nameKey, nameLo, personSearchKey } from './names.rules.js';
import type { NewPerson, PeopleQuery, Person, PersonChange } from './people.contract.js';
import { refusePerson } from './people.failures.js';
import { PeopleStore, type PersonName } from './people.store.js';
import { RosterService, type RosterEntry, refuseTakenNumber } from './roster.service.js';
import { RosterStore } from './roster.store.js';
import { suspectFinder } from './suspects.rules.js';

/** Persons: who they are, where they are posted, and who may see them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly queries: Queries,
    private readonly store: PeopleStore,
    private readonly roster: RosterService,
    private readonly rosterStore: RosterStore,
    private readonly places: PlacesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PeopleQuery) {
    const words = searchKey(query.q ?? '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 8);
    const after = fromCursor(query.after, 3);
    const cursor = after !== null && /^[0-9a-f-]{36}$/.test(String(after[2])) ? after : null;
    const rows = await this.store.list(query, words, reachOf(actor), cursor, this.today(), this.clock.now());
    return pageOf(rows, query.limit, (row) => row.order);
  }

  /** Somebody out of a trainer's reach is as missing as somebody who is not on record. */
  async person(actor: Actor, id: string): Promise<Person> {
    const person = await this.store.person(id, reachOf(actor), this.today(), this.clock.now());
    if (person === null) throw refusePerson('people.person_missing');
    const scopes = {
      edit: scope(actor, 'person.edit'),
      manage: scope(actor, 'account.manage'),
      print: scope(actor, 'card.print'),
    };
    return { ...person, allowed: actionsFor(scopes, person.account) };
  }

  /** Refuses when the person may be on record already, until somebody has looked and says that this is another. */
  async open(actor: Actor, input: NewPerson): Promise<Person> {
    const { unitId, position, postedFrom, isAnother, ...values } = input;
    const id = await this.queries.transaction(async (tx) => {
      await this.rosterStore.lock(tx);
      if (unitId !== null) await this.places.openUnit(unitId, postedFrom ?? this.today());
      if (!isAnother) await this.refuseSuspected(tx, values, unitId);
      const posting = unitId === null ? null : { unitId, position, validFrom: postedFrom ?? this.today() };
      const [added] = await this.roster.add(tx, [{ values, posting }]);
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'person.added',
        subjectKind: 'person',
        subjectId: added!,
      });
      return added!;
    });
    return this.person(actor, id);
  }

  async change(actor: Actor, id: string, input: PersonChange): Promise<Person> {
    await this.queries.transaction(async (tx) => {
      const before = await this.store.row(tx, id);
      if (before === null) throw refusePerson('people.person_missing');
      const after = { ...before, ...input };
      const serviceNumberKey = after.serviceNumber === null ? null : numberKey(after.serviceNumber);
      const change = { ...input, serviceNumberKey, searchKey: personSearchKey(after), updatedAt: this.clock.now() };
      await this.store.change(tx, id, change).catch(refuseTakenNumber);
      // What changed, not to what: the chain is for ever, personal data is not.
      await this.audit.append(tx, {
        actorId: actor.personId,
        action: 'person.changed',
        subjectKind: 'person',
        subjectId: id,
        details: { fields: Object.keys(input) },
      });
    });
    return this.person(actor, id);
  }

  /** Adds persons as given, for features that know who they are; returns their ids in order. */
  async add(tx: Tx, people: readonly RosterEntry[]): Promise<string[]> {
    await this.rosterStore.lock(tx);
    return this.roster.add(tx, people);
  }

  /** Names, rank and sex, by person. */
  async names(ids: readonly string[]): Promise<Map<string, PersonName>> {
    return new Map((await this.store.names([...new Set(ids)])).map((person) => [person.id, person]));
  }

  /** The unit of each person on a day, by person; whoever was nowhere is left out. A later move changes nothing of it. */
  unitsOf(personIds: readonly string[], date: string): Promise<Map<string, string>> {
    return this.store.unitsOn([...new Set(personIds)], date);
  }

  /** The unit of a person on a day, or null. */
  async unitOf(personId: string, date: string): Promise<string | null> {
    return (await this.unitsOf([personId], date)).get(personId) ?? null;
  }

  private async refuseSuspected(tx: Tx, values: RosterEntry['values'], unitId: string | null): Promise<void> {
    const everybody = await this.rosterStore.everybody(tx, this.today());
    const find = suspectFinder(everybody.map((person) => ({ ...person, nameKey: nameKey(person) })));
    const serviceNumberKey = values.serviceNumber === null ? null : numberKey(values.serviceNumber);
    const suspect = find({ nameKey: nameKey(values), unitId, birthYear: values.birthYear, serviceNumberKey });
    if (suspect === null) return;
    const { id, serviceNumber } = suspect.known;
    throw refusePerson('people.suspected_duplicate', {
      personId: id,
      name: nameLo(suspect.known),
      serviceNumber,
      reason: suspect.reason,
    });
  }

  private today(): string {
    return vientianeDay(this.clock.now());
  }
}

/** Whose own people are meant: null for somebody who may see everybody. */
export function reachOf(actor: Actor): string | null {
  return scope(actor, 'person.read') === 'all' ? null : actor.personId;
}
