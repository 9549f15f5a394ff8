import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { vientianeDay } from '../kernel/dates.js';
import { numberKey } from '../kernel/text.js';
import { AccountsService, type Actor, type Permission, type Role, refuseAccess, scope } from '../access/index.js';
import { Config } from '../config.js';
import { Queries, type Tx } from '../db/queries.js';
import { mayTouchAccount } from './actions.rules.js';
import type { CardsOrder, Person, PersonSummary } from './people.contract.js';
import { refusePerson } from './people.failures.js';
import { PeopleService, reachOf } from './people.service.js';
import { PeopleStore } from './people.store.js';

/** Persons as members: their accounts, roles and printed cards. */
@Injectable()
export class MembersService {
  constructor(
    private readonly queries: Queries,
    private readonly store: PeopleStore,
    private readonly people: PeopleService,
    private readonly accounts: AccountsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Opens accounts for those who have none, named by service number or by a number of ours, and adds the roles that are missing. */
  async invite(tx: Tx, personIds: readonly string[], roles: readonly Role[], by: string | null): Promise<void> {
    const people = await this.store.userNumbersOf(tx, personIds);
    const wanted = people.map(({ serviceNumber }) => serviceNumber).filter((number) => number !== null);
    const taken = await this.store.takenUserNames(tx, wanted.map(numberKey));
    const isFree = (number: string | null): number is string => number !== null && !taken.has(numberKey(number));
    const unnamed = people.filter((person) => !person.hasAccount && !isFree(person.serviceNumber));
    const numbers = await this.store.nextUserNumbers(tx, unnamed.length);
    const given = new Map(unnamed.map((person, index) => [person.id, `K${numbers[index]}`]));
    await this.accounts.invite(
      tx,
      people.map(({ id, serviceNumber }) => ({ personId: id, userName: given.get(id) ?? serviceNumber ?? id, roles })),
      by,
    );
  }

  async grant(actor: Actor, personId: string, role: Role): Promise<Person> {
    if (scope(actor, 'account.manage') !== 'all') throw refuseAccess('access.not_allowed');
    await this.people.person(actor, personId);
    await this.queries.transaction((tx) => this.invite(tx, [personId], [role], actor.personId));
    return this.people.person(actor, personId);
  }

  async withdraw(actor: Actor, personId: string, role: Role): Promise<Person> {
    if (scope(actor, 'account.manage') !== 'all') throw refuseAccess('access.not_allowed');
    await this.accounts.withdrawRole(personId, role, actor.personId);
    return this.people.person(actor, personId);
  }

  async suspend(actor: Actor, personId: string): Promise<Person> {
    await this.reachable(actor, [personId], 'account.manage');
    await this.accounts.suspend(personId, actor.personId);
    return this.people.person(actor, personId);
  }

  async restore(actor: Actor, personId: string): Promise<Person> {
    await this.reachable(actor, [personId], 'account.manage');
    await this.accounts.restore(personId, actor.personId);
    return this.people.person(actor, personId);
  }

  /** New cards as a PDF, eight a page, in Lao order of the names. Cards that these persons had stop working. */
  async cards(actor: Actor, { personIds }: CardsOrder): Promise<Buffer> {
    const people = await this.reachable(actor, [...new Set(personIds)], 'card.print');
    if (people.some((person) => person.account?.state === 'suspended')) throw refusePerson('people.suspended');
    const issued = await this.queries.transaction(async (tx) => {
      const strangers = people.filter((person) => person.account === null).map((person) => person.id);
      if (strangers.length > 0) await this.invite(tx, strangers, ['trainee'], actor.personId);
      return this.accounts.issueCodes(
        tx,
        people.map((person) => person.id),
        actor.personId,
      );
    });
    const { renderCards } = await import('./cards.pdf.js');
    const codeOf = new Map(issued.map((code) => [code.personId, code]));
    const issuedOn = vientianeDay(this.clock.now());
    return renderCards(
      people.map((person) => {
        const { code, userName, expiresAt } = codeOf.get(person.id)!;
        const { nameLo, nameEn, unit } = person;
        return {
          nameLo,
          nameEn,
          unitLo: unit?.nameLo ?? null,
          unitEn: unit?.nameEn ?? null,
          userName,
          code,
          activationUrl: `${this.config.publicUrl}/activate?c=${code}`,
          expiresOn: vientianeDay(expiresAt),
          issuedOn,
        };
      }),
    );
  }

  /** The persons, when all of them are within reach for this; otherwise they are missing, or more than a trainer may touch. */
  private async reachable(actor: Actor, ids: readonly string[], permission: Permission): Promise<PersonSummary[]> {
    const now = this.clock.now();
    const people = await this.store.summaries(ids, reachOf(actor), vientianeDay(now), now);
    if (people.length < ids.length) throw refusePerson('people.person_missing');
    if (!people.every((person) => mayTouchAccount(scope(actor, permission), person.account)))
      throw refusePerson('people.only_trainees');
    return people;
  }
}
