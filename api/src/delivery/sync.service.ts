import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '../access/index.js';
import { Queries, type Tx } from '../db/queries.js';
import { Clock } from '../kernel/clock.js';
import { isStorable } from '../kernel/storable.rules.js';
import { refuseDelivery } from './delivery.failures.js';
import { FactKinds, type FactHandler, type Outcome, type SentFact, accepted, refused } from './fact-kinds.js';
import { isClockOdd } from './facts.rules.js';
import { FactsStore } from './facts.store.js';
import type { Fact, FactVerdict, Sync } from './sync.contract.js';

/** The one write path for the field: facts come in, are stored once each and applied in the same transaction. */
@Injectable()
export class SyncService implements OnApplicationBootstrap {
  private readonly log = new Logger('Sync');

  constructor(
    private readonly queries: Queries,
    private readonly store: FactsStore,
    private readonly kinds: FactKinds,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.kinds.refuseGaps();
  }

  async receive(actor: Actor, input: Sync): Promise<{ recordedAt: Date; verdicts: FactVerdict[] }> {
    const recordedAt = this.clock.now();
    const once = [...new Map(input.facts.map((fact) => [fact.id, fact])).values()];
    const own = once.filter((fact) => fact.actor === actor.personId && isStorable(fact));
    const broken = once.filter((fact) => fact.actor === actor.personId && !isStorable(fact));
    const foreign = once.filter((fact) => fact.actor !== actor.personId).map((fact) => ({ id: fact.id, ...ofAnother }));
    const verdicts =
      own.length === 0 ? [] : await this.storeAll(actor, { device: input.device, facts: own }, recordedAt);
    return { recordedAt, verdicts: [...verdicts, ...broken.map(({ id }) => ({ id, ...unstorable })), ...foreign] };
  }

  /** All in one transaction; should that fail, each in its own, so that no fact stands in the way of another. */
  private async storeAll(actor: Actor, batch: Sync, recordedAt: Date): Promise<FactVerdict[]> {
    try {
      return await this.storeOnce(actor, batch, recordedAt);
    } catch (fault) {
      this.log.warn(`A batch of ${batch.facts.length} facts failed: ${describe(fault)}`);
      const verdicts: FactVerdict[] = [];
      let last = fault;
      for (const fact of batch.facts) {
        try {
          verdicts.push(...(await this.storeOnce(actor, { ...batch, facts: [fact] }, recordedAt)));
        } catch (alone) {
          last = alone;
          this.log.error(`Fact ${fact.id} (${fact.kind}) failed: ${describe(alone)}`);
        }
      }
      if (verdicts.length === 0) throw last;
      return verdicts;
    }
  }

  private storeOnce(actor: Actor, { device, facts }: Sync, recordedAt: Date): Promise<FactVerdict[]> {
    return this.queries.transaction(async (tx) => {
      const claimed = await this.store.claim(
        tx,
        actor.personId,
        device,
        recordedAt,
        facts.map((fact) => toStored(fact, recordedAt)),
      );
      const cohorts = new Map(claimed.map((row) => [row.id, row.cohort_id]));
      const outcomes = await this.apply(
        tx,
        actor,
        device,
        recordedAt,
        facts.filter((fact) => cohorts.has(fact.id)),
        cohorts,
      );
      const before = facts.filter((fact) => !cohorts.has(fact.id)).map((fact) => fact.id);
      const replayed = before.length === 0 ? [] : await this.store.verdicts(tx, before);
      for (const row of replayed)
        outcomes.set(row.id, row.actor_id === actor.personId ? { verdict: row.verdict, code: row.code } : ofAnother);
      return facts.map(({ id }) => ({ id, ...(outcomes.get(id) ?? accepted) }));
    });
  }

  private async apply(
    tx: Tx,
    actor: Actor,
    deviceId: string,
    recordedAt: Date,
    fresh: readonly Fact[],
    cohorts: ReadonlyMap<string, string | null>,
  ) {
    const outcomes = new Map<string, Outcome>();
    const work = new Map<FactHandler, SentFact<object>[]>();
    for (const fact of fresh) {
      const handler = this.kinds.of(fact.kind);
      const payload = handler?.kind.payload.safeParse(fact.payload);
      const cohortId = cohorts.get(fact.id) ?? null;
      if (handler === undefined) outcomes.set(fact.id, refused(refuseDelivery('fact.kind_unknown')));
      else if (!payload!.success) outcomes.set(fact.id, refused(refuseDelivery('fact.payload_invalid')));
      else if (fact.cohort !== cohortId) outcomes.set(fact.id, refused(refuseDelivery('fact.cohort_unknown')));
      else {
        const sent = {
          id: fact.id,
          actorId: actor.personId,
          cohortId,
          deviceId,
          occurredAt: new Date(fact.occurredAt),
          recordedAt,
          payload: payload!.data,
        };
        work.set(handler, [...(work.get(handler) ?? []), sent]);
      }
    }
    await this.keep(tx, outcomes);
    for (const [{ work: applyTo }, facts] of work) {
      const verdicts = await applyTo(tx, facts, actor);
      // Written before the next kind is applied: it may look at what was accepted.
      await this.keep(tx, verdicts);
      for (const [id, outcome] of verdicts) outcomes.set(id, outcome);
    }
    return outcomes;
  }

  private async keep(tx: Tx, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
    const remarkable = [...outcomes]
      .filter(([, outcome]) => outcome.code !== null)
      .map(([id, outcome]) => ({ id, ...outcome }));
    if (remarkable.length > 0) await this.store.judge(tx, remarkable);
  }
}

/** Not kept, and for good: sent again it would be the same. */
const unstorable = refused(refuseDelivery('fact.payload_invalid'));
const ofAnother = refused(refuseDelivery('fact.of_another_person'));

function toStored({ id, kind, cohort, deviceSeq, occurredAt, payload }: Fact, recordedAt: Date) {
  const clockOdd = isClockOdd({ occurredAt: new Date(occurredAt), recordedAt });
  return { id, kind, cohort, device_seq: deviceSeq, occurred_at: occurredAt, payload, clock_odd: clockOdd };
}

function describe(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
