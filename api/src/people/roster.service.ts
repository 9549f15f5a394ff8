import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/ids.js';
import { numberKey } from '../kernel/text.js';
import type { Tx } from '../db/queries.js';
import type { PersonValues, Plan, PostingValues } from './import/judge.rules.js';
import { personSearchKey } from './names.rules.js';
import { refusePerson } from './people.failures.js';
import type { PersonRow } from './people.rows.js';
import { placement } from './postings.rules.js';
import { RosterStore } from './roster.store.js';

export interface RosterEntry {
  readonly values: PersonValues;
  readonly posting: PostingValues | null;
  readonly fictional?: boolean;
}

/** Writes persons and their postings in bulk: for one new person as for five thousand. */
@Injectable()
export class RosterService {
  constructor(
    private readonly store: RosterStore,
    private readonly clock: Clock,
  ) {}

  /** Adds persons with their first postings; returns their ids in the order given. */
  async add(tx: Tx, people: readonly RosterEntry[]): Promise<string[]> {
    return this.write(
      tx,
      people.map((person) => ({ kind: 'create', ...person })),
    );
  }

  /** Carries out what was planned; returns the person of each plan. */
  async write(tx: Tx, plans: readonly (Plan & { readonly fictional?: boolean })[]): Promise<string[]> {
    const now = this.clock.now();
    const planned = plans.map((plan) => ({ plan, id: plan.kind === 'create' ? newId() : plan.known.id }));
    const rows = planned.map(({ plan, id }) => toRow(id, plan.values, plan.fictional ?? false, now));
    await this.store
      .addPersons(
        tx,
        rows.filter((_, index) => plans[index]!.kind === 'create'),
      )
      .catch(refuseTakenNumber);
    await this.store
      .changePersons(
        tx,
        rows.filter((_, index) => plans[index]!.kind === 'change'),
      )
      .catch(refuseTakenNumber);
    await this.place(
      tx,
      planned.flatMap(({ plan, id }) => (plan.posting === null ? [] : [{ personId: id, ...plan.posting }])),
    );
    return planned.map(({ id }) => id);
  }

  /** Posts persons to units; whoever was elsewhere leaves there the day before. */
  async place(tx: Tx, postings: readonly (PostingValues & { readonly personId: string })[]): Promise<void> {
    const onRecord = await this.store.postingsOf(
      tx,
      postings.map((posting) => posting.personId),
    );
    const placed = postings.map((posting) => ({
      posting: { id: newId(), validTo: null, ...posting },
      placement: placement(onRecord.get(posting.personId) ?? [], posting.validFrom),
    }));
    await this.store.place(tx, placed);
  }
}

export function toRow(id: string, values: PersonValues, fictional: boolean, now: Date): PersonRow {
  const { serviceNumber } = values;
  return {
    id,
    ...values,
    serviceNumberKey: serviceNumber === null ? null : numberKey(serviceNumber),
    searchKey: personSearchKey(values),
    fictional,
    createdAt: now,
    updatedAt: now,
  };
}

export function refuseTakenNumber(fault: { constraint?: string }): never {
  throw fault.constraint === 'persons_service_number_once' ? refusePerson('people.service_number_taken') : fault;
}
