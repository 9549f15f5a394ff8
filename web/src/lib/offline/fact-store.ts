import { openOutbox, type OutboxDatabase, type OutboxFact } from './databases.js';
import { newId } from './ids.rules.js';
import type { Fact, Sorted } from './sending.rules.js';

/**
 * Where the facts of the outbox lie. A phone whose storage is full or closed still sends: then they lie in the memory
 * of this page, and `isBroken` says that they would not survive it.
 */
export class FactStore {
  isBroken = false;

  readonly #db: Promise<OutboxDatabase | null>;
  readonly #memoryDevice = newId();
  #inMemory: OutboxFact[] = [];

  constructor(accountId: string) {
    this.#db = openOutbox(accountId).catch(() => null);
  }

  async deviceId(): Promise<string> {
    return String((await (await this.#db)?.get('device', 'id')) ?? this.#memoryDevice);
  }

  /** In the order they were made. */
  async all(): Promise<OutboxFact[]> {
    const stored = (await (await this.#db)?.getAllFromIndex('facts', 'inOrder')) ?? [];
    return [...stored, ...this.#inMemory];
  }

  /** Numbered in the transaction that writes them, so that two tabs never give the same number. */
  async add(facts: readonly Omit<Fact, 'deviceSeq'>[]): Promise<OutboxFact[]> {
    try {
      const db = await this.#db;
      if (!db) throw new Error('This browser gives no storage');
      const tx = db.transaction(['facts', 'device'], 'readwrite', { durability: 'strict' });
      const device = tx.objectStore('device');
      let seq = Number((await device.get('seq')) ?? 0);
      const added = facts.map((fact): OutboxFact => ({ ...fact, deviceSeq: ++seq, state: 'waiting', code: null }));
      await Promise.all([...added.map((fact) => tx.objectStore('facts').add(fact)), device.put(seq, 'seq'), tx.done]);
      return added;
    } catch {
      this.isBroken = true;
      const added = facts.map((fact): OutboxFact => ({ ...fact, deviceSeq: Date.now(), state: 'waiting', code: null }));
      this.#inMemory.push(...added);
      return added;
    }
  }

  async settle({ done, refused }: Pick<Sorted, 'done' | 'refused'>): Promise<void> {
    const gone = new Set(done);
    const codes = new Map(refused.map(({ id, code }) => [id, code]));
    this.#inMemory = this.#inMemory
      .filter((fact) => !gone.has(fact.id))
      .map((fact) => (codes.has(fact.id) ? { ...fact, state: 'refused', code: codes.get(fact.id)! } : fact));
    const tx = (await this.#db)?.transaction('facts', 'readwrite');
    if (!tx) return;
    await Promise.all(done.map((id) => tx.store.delete(id)));
    for (const { id, code } of refused) {
      const fact = await tx.store.get(id);
      if (fact) await tx.store.put({ ...fact, state: 'refused', code });
    }
    await tx.done;
  }
}
