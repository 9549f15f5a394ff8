import type { Answer } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import { openKept, type KeptDatabase } from './databases.js';
import { newKey, seal, unseal } from './sealed.js';

/** Where answers are kept. Without storage nothing is kept, and the pages still work. */
export interface Shelf {
  get<T>(name: string): Promise<{ at: number; value: T } | null>;
  put(name: string, value: unknown): Promise<void>;
  forget(name: string): Promise<void>;
  /** The names under which something is kept. */
  names(): Promise<string[]>;
}

/** What the server said to one account, kept on this device. */
export class KeptAnswers implements Shelf {
  /** For what holds names of other people: it lies sealed, or not at all. */
  readonly sealed: Shelf;
  readonly #db: Promise<KeptDatabase | null>;

  constructor(accountId: string) {
    this.#db = openKept(accountId).catch(() => null);
    this.sealed = new SealedAnswers(this.#db);
  }

  async get<T>(name: string): Promise<{ at: number; value: T } | null> {
    const kept = await (await this.#db)?.get('answers', name).catch(() => undefined);
    return (kept as { at: number; value: T } | undefined) ?? null;
  }

  async put(name: string, value: unknown): Promise<void> {
    await (await this.#db)?.put('answers', { at: Date.now(), value: $state.snapshot(value) }, name).catch(() => undefined);
  }

  async forget(name: string): Promise<void> {
    await (await this.#db)?.delete('answers', name).catch(() => undefined);
  }

  async names(): Promise<string[]> {
    return (await (await this.#db)?.getAllKeys('answers').catch(() => undefined)) ?? [];
  }

  /** What is kept under the name, shown at once and refreshed behind it. */
  fresh<T>(name: string, fetched: () => Promise<Answer<T>>, shelf: Shelf = this): Fresh<T> {
    return new Fresh(shelf, name, fetched);
  }
}

class SealedAnswers implements Shelf {
  readonly #db: Promise<KeptDatabase | null>;

  constructor(db: Promise<KeptDatabase | null>) {
    this.#db = db;
  }

  async get<T>(name: string): Promise<{ at: number; value: T } | null> {
    const [db, key] = [await this.#db, await this.#key()];
    const kept = await db?.get('sealed', name).catch(() => undefined);
    return kept && key ? { at: kept.at, value: (await unseal(key, kept)) as T } : null;
  }

  async put(name: string, value: unknown): Promise<void> {
    const [db, key] = [await this.#db, await this.#key()];
    if (db && key) await db.put('sealed', { at: Date.now(), ...(await seal(key, value)) }, name).catch(() => undefined);
  }

  async forget(name: string): Promise<void> {
    await (await this.#db)?.delete('sealed', name).catch(() => undefined);
  }

  async names(): Promise<string[]> {
    return (await (await this.#db)?.getAllKeys('sealed').catch(() => undefined)) ?? [];
  }

  async #key(): Promise<CryptoKey | null> {
    const db = await this.#db;
    const known = await db?.get('keys', 'roster').catch(() => undefined);
    if (known || !db) return known ?? null;
    const made = await newKey();
    if (!made) return null;
    // Two tabs may make one at once: the first that was written is the key of both.
    await db.add('keys', made, 'roster').catch(() => undefined);
    return (await db.get('keys', 'roster')) ?? null;
  }
}

/** One page's data: first what this device has, then what the server says. */
export class Fresh<T> {
  data = $state.raw<T | null>(null);
  /** Why there is nothing newer; where `data` is shown all the same, it is what was kept. */
  failure = $state.raw<Failure | null>(null);
  /** When the data came from the server. */
  at = $state<number | null>(null);
  loading = $state(true);

  readonly #kept: Shelf;
  readonly #name: string;
  readonly #fetched: () => Promise<Answer<T>>;

  constructor(kept: Shelf, name: string, fetched: () => Promise<Answer<T>>) {
    this.#kept = kept;
    this.#name = name;
    this.#fetched = fetched;
  }

  async load(): Promise<void> {
    this.loading = true;
    if (this.data === null) {
      const kept = await this.#kept.get<T>(this.#name);
      if (kept && this.data === null) [this.data, this.at] = [kept.value, kept.at];
    }
    const { data, failure } = await this.#fetched();
    this.failure = failure;
    if (!failure) {
      [this.data, this.at] = [data, Date.now()];
      await this.#kept.put(this.#name, data);
    } else if (failure.status === 403 || failure.status === 404) {
      // What the person may no longer see is not kept for them either.
      this.data = null;
      await this.#kept.forget(this.#name);
    }
    this.loading = false;
  }
}
