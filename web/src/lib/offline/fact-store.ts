import { openOutbox, type OutboxFact } from './databases.js';
import { newId } from './ids.rules.js';
import { done, read, settled, write } from './indexed-db.js';
import type { Fact, Sorted } from './sending.rules.js';

/**
 * Where the facts of the outbox lie. A phone whose storage is full or closed still sends: then they lie in the memory
 * of this page, and `isBroken` says that they would not survive it.
 */
export class FactStore {
  readonly #db: Promise<IDBDatabase | null>;
  readonly #memoryDevice = newId();
  #inMemory: OutboxFact[] = [];

  constructor(accountId: string) {
    this.#db = openOutbox(accountId).catch(() => null);
  }

  get isBroken(): boolean {
    return this.#inMemory.some((fact) => fact.state === 'waiting');
  }

  async deviceId(): Promise<string> {
    const db = await this.#db;
    return (db && (await read<string>(db, 'device', 'id'))) ?? this.#memoryDevice;
  }

  /** In the order they were made. */
  async all(): Promise<OutboxFact[]> {
    const db = await this.#db;
    const stored = db
      ? await settled<OutboxFact[]>(db.transaction('facts').objectStore('facts').index('inOrder').getAll())
      : [];
    return [...stored, ...this.#inMemory];
  }

  /** Numbered in the transaction that writes them, so that two tabs never give the same number. */
  async add(facts: readonly Omit<Fact, 'deviceSeq'>[]): Promise<OutboxFact[]> {
    try {
      const db = await this.#db;
      if (!db) throw new Error('This browser gives no storage');
      const transaction = db.transaction(['facts', 'device'], 'readwrite', { durability: 'strict' });
      const device = transaction.objectStore('device');
      let seq: number = (await settled<number | undefined>(device.get('seq'))) ?? 0;
      const added = facts.map((fact): OutboxFact => ({ ...fact, deviceSeq: ++seq, state: 'waiting', code: null }));
      for (const fact of added) transaction.objectStore('facts').add(fact);
      device.put(seq, 'seq');
      await done(transaction);
      return added;
    } catch {
      const added = facts.map((fact): OutboxFact => ({ ...fact, deviceSeq: Date.now(), state: 'waiting', code: null }));
      this.#inMemory.push(...added);
      return added;
    }
  }

  async settle({ done: stored, refused }: Pick<Sorted, 'done' | 'refused'>): Promise<void> {
    const codes = new Map(refused.map(({ id, code }) => [id, code]));
    const after = (fact: OutboxFact): OutboxFact => ({ ...fact, state: 'refused', code: codes.get(fact.id) ?? null });
    const staying = (await this.all()).filter((fact) => codes.has(fact.id)).map(after);
    this.#inMemory = this.#inMemory
      .filter((fact) => !stored.includes(fact.id))
      .map((fact) => (codes.has(fact.id) ? after(fact) : fact));
    const inMemory = new Set(this.#inMemory.map((fact) => fact.id));
    const db = await this.#db;
    if (!db) return;
    await write(db, 'facts', (store) => {
      for (const id of stored) store.delete(id);
      for (const fact of staying) if (!inMemory.has(fact.id)) store.put(fact);
    });
  }
}
