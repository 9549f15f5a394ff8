import { api, ask } from '#lib/api/client.js';
import { isConnected } from '#lib/api/connection.svelte.js';
import type { Me } from '#lib/session/areas.rules.js';
import { countUnsent } from '#lib/session/departure.js';
import type { OutboxFact } from './databases.js';
import { FactStore } from './fact-store.js';
import { newId } from './ids.rules.js';
import { batch, pause, sorted, type Fact, type Sorted } from './sending.rules.js';

export type Owner = Pick<Me, 'accountId' | 'personId'>;
export interface NewFact {
  kind: string;
  cohort: string | null;
  payload: Record<string, unknown>;
}
type Remark = Sorted['remarks'][number];

/** A request that says nothing for so long is lost; it is sent again. */
const patience = 30_000;
/** Whoever signs out is not kept waiting for longer. */
const lastTry = 5_000;

/**
 * What a person does is written here first and then sent. The order is: written down on this device, shown as saved here,
 * sent, shown as saved on the server. Nothing leaves the outbox before the server has answered for it.
 */
export class Outbox {
  #facts = $state.raw<readonly OutboxFact[]>([]);
  #sending = $state(false);
  /** This device could not store the last facts: they are only in the memory of this page. */
  isBroken = $state(false);

  readonly #owner: Owner;
  readonly #store: FactStore;
  readonly #tabs: BroadcastChannel;
  readonly #remarks = new Set<(remark: Remark) => void>();
  #failures = 0;
  #most: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#store = new FactStore(owner.accountId);
    this.#tabs = new BroadcastChannel(`khou-outbox-${owner.accountId}`);
    this.#tabs.onmessage = () => void this.#read();
  }

  /** Begins to send, and goes on until the returned function is called. */
  start(): () => void {
    const seen = () => document.visibilityState === 'visible' && this.wake();
    const woken = () => this.wake();
    addEventListener('online', woken);
    document.addEventListener('visibilitychange', seen);
    const uncount = countUnsent(async () => {
      await Promise.race([this.send(), new Promise((resolve) => setTimeout(resolve, lastTry))]);
      return (await this.#store.all()).filter((fact) => fact.state === 'waiting').length;
    });
    void this.#read().then(() => this.send());
    return () => {
      removeEventListener('online', woken);
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.#timer);
      uncount();
    };
  }

  /** Writes facts down. When it resolves they survive a reload, a crash and an empty battery, unless `isBroken`. */
  async add(...facts: readonly NewFact[]): Promise<string[]> {
    const occurredAt = new Date().toISOString();
    // What a component hands over may be a reactive proxy, which no database takes.
    const made = facts.map((fact) => ({
      id: newId(),
      actor: this.#owner.personId,
      occurredAt,
      ...$state.snapshot(fact),
    }));
    const added = await this.#store.add(made);
    this.#facts = [...this.#facts, ...added];
    this.isBroken = this.#store.isBroken;
    this.#tabs.postMessage('changed');
    this.wake();
    return added.map((fact) => fact.id);
  }

  // No `$derived`: it would end with the layout that made this outbox, and the next layout goes on with it.
  get waiting(): readonly OutboxFact[] {
    return this.#facts.filter((fact) => fact.state === 'waiting');
  }

  get refused(): readonly OutboxFact[] {
    return this.#facts.filter((fact) => fact.state === 'refused');
  }

  isWaiting(id: string): boolean {
    return this.waiting.some((fact) => fact.id === id);
  }

  get sending(): boolean {
    return this.#sending;
  }

  /** Hears what the server has to say to facts it took, such as that an answer came late. */
  onRemark(hear: (remark: Remark) => void): () => void {
    this.#remarks.add(hear);
    return () => this.#remarks.delete(hear);
  }

  /** A refused fact was read by the person and may go. */
  async dismiss(id: string): Promise<void> {
    await this.#settle({ done: [id], refused: [] });
  }

  /** Tries now, whatever the pause. */
  wake(): void {
    this.#failures = 0;
    this.#later(0);
  }

  /** Sends what waits, in order; resolves when nothing waits or a try failed. */
  async send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (await this.#sendBatch());
    } catch {
      // The device did not let itself be read or written just now; what was sent is sent again, which changes nothing.
      this.#retry();
    } finally {
      this.#sending = false;
    }
  }

  async #sendBatch(): Promise<boolean> {
    const waiting = (await this.#store.all()).filter((fact) => fact.state === 'waiting');
    const facts = batch(waiting, this.#most);
    if (facts.length === 0) return false;
    const body = { device: await this.#store.deviceId(), facts: facts.map(toSent) };
    const { data, failure } = await ask(api().POST('/api/v1/sync', { body, signal: AbortSignal.timeout(patience) }));
    if (failure) return this.#failed(failure.status, failure.code, facts);
    const result = sorted(facts, data.verdicts);
    await this.#settle(result);
    for (const remark of result.remarks) for (const hear of this.#remarks) hear(remark);
    if (result.again.length > 0) return this.#retry();
    this.#failures = 0;
    this.#most = undefined;
    return true;
  }

  async #failed(status: number, code: string, facts: readonly Fact[]): Promise<boolean> {
    // One that the server cannot read must not hold the others back: it is found by halving, and shown.
    if (status === 413 || status === 422) {
      if (facts.length > 1) this.#most = Math.ceil(facts.length / 2);
      else await this.#settle({ done: [], refused: facts.map(({ id }) => ({ id, code })) });
      return true;
    }
    // Signed out: the next person to sign in wakes the outbox that is theirs.
    return status === 401 ? false : this.#retry();
  }

  #retry(): false {
    this.#failures += 1;
    this.#later(pause(this.#failures, Math.random()));
    return false;
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => (isConnected() || milliseconds > 0 ? void this.send() : this.#retry()),
      milliseconds,
    );
  }

  async #settle(result: Pick<Sorted, 'done' | 'refused'>): Promise<void> {
    await this.#store.settle(result);
    this.#tabs.postMessage('changed');
    await this.#read();
  }

  async #read(): Promise<void> {
    this.#facts = await this.#store.all().catch(() => this.#facts);
    this.isBroken = this.#store.isBroken;
  }
}

function toSent({ id, kind, actor, cohort, deviceSeq, occurredAt, payload }: Fact): Fact {
  return { id, kind, actor, cohort, deviceSeq, occurredAt, payload };
}
