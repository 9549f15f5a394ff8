import type { INestApplicationContext } from '@nestjs/common';
import type { Actor, Role } from '../access/index.js';
import { Queries } from '../db/queries.js';
import { type Fact, SyncService } from '../delivery/index.js';
import type { FixedClock } from '../kernel/clock.js';
import { vientianeInstant } from '../kernel/dates.js';
import { newId } from '../kernel/ids.js';
import { MembersService, PeopleService, type RosterEntry } from '../people/index.js';
import { PlacesService } from '../places/index.js';

/** One fact as somebody on the stage does it. */
export interface Deed {
  readonly kind: string;
  readonly payload: Record<string, unknown>;
}

/** The program, its clock, and the few things that every scene needs: who acts, when, and facts by the usual door. */
export class Stage {
  private readonly devices = new Map<string, { id: string; seq: number }>();
  private readonly present: Date;

  constructor(
    readonly program: INestApplicationContext,
    readonly clock: FixedClock,
  ) {
    this.present = clock.now();
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.program.get(service as never);
  }

  /** It is now this minute of this day in Vientiane, or the present where that is still to come: nothing is done in the future. */
  at(date: string, hour: number, minute = 0): void {
    const then = vientianeInstant(date, hour * 60 + minute);
    this.clock.moveTo(then < this.present ? then : this.present);
  }

  /** Puts fictional persons on record, with an account in the given role. */
  async enter(people: readonly RosterEntry[], roles: readonly Role[], by: string | null): Promise<Actor[]> {
    const queries = this.get(Queries);
    const personIds = await queries.transaction(async (tx) => {
      const ids = await this.get(PeopleService).add(tx, people);
      await this.get(MembersService).invite(tx, ids, roles, by);
      return ids;
    });
    return this.actors(personIds, roles);
  }

  async grant(actors: readonly Actor[], role: Role, by: string): Promise<Actor[]> {
    const ids = actors.map((actor) => actor.personId);
    await this.get(Queries).transaction((tx) => this.get(MembersService).invite(tx, ids, [role], by));
    return actors.map((actor) => ({ ...actor, roles: [...actor.roles, role] }));
  }

  /** Sends what somebody did, as their phone would. */
  async does(actor: Actor, cohortId: string, deeds: readonly Deed[]): Promise<void> {
    const device = this.devices.get(actor.personId) ?? { id: newId(), seq: 0 };
    this.devices.set(actor.personId, device);
    const facts: Fact[] = deeds.map(({ kind, payload }) => ({
      id: newId(),
      kind,
      actor: actor.personId,
      cohort: cohortId,
      deviceSeq: (device.seq += 1),
      occurredAt: this.clock.now().toISOString(),
      payload,
    }));
    const { verdicts } = await this.get(SyncService).receive(actor, { device: device.id, facts });
    const refused = verdicts.find(({ verdict }) => verdict === 'refused');
    if (refused) throw new Error(`The demonstration does not hold together: a fact was refused with ${refused.code}`);
  }

  async unit(code: string): Promise<string> {
    const unit = await this.get(PlacesService).unitByCode(code);
    if (unit === null) throw new Error(`The reference data has no unit ${code}`);
    return unit.id;
  }

  private async actors(personIds: readonly string[], roles: readonly Role[]): Promise<Actor[]> {
    const rows = await this.get(Queries).read<{ id: string; person: string }>(
      `select id, person_id as person from accounts where person_id = any($1)`,
      [personIds],
    );
    const accounts = new Map(rows.map((row) => [row.person, row.id]));
    return personIds.map((personId) => ({ personId, accountId: accounts.get(personId)!, roles, tokenHash: '' }));
  }
}
