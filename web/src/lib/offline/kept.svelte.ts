import type { Answer } from '#lib/api/client.js';
import type { Failure } from '#lib/api/failure.js';
import { openKept } from './databases.js';
import { read, settled, write } from './indexed-db.js';
import { newKey, seal, unseal, type Sealed } from './sealed.js';

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
  readonly #db: Promise<IDBDatabase | null>;

  constructor(accountId: string) {
    this.#db = openKept(accountId).catch(() => null);
    this.sealed = new SealedAnswers(this.#db);
  }

  async get<T>(name: string): Promise<{ at: number; value: T } | null> {
    return entry<{ at: number; value: T }>(await this.#db, 'answers', name);
  }

  async put(name: string, value: unknown): Promise<void> {
    const kept = { at: Date.now(), value: $state.snapshot(value) };
    await changed(await this.#db, 'answers', (store) => store.put(kept, name));
  }

  async forget(name: string): Promise<void> {
    await changed(await this.#db, 'answers', (store) => store.delete(name));
  }

  async names(): Promise<string[]> {
    return namesIn(await this.#db, 'answers');
  }

  /** What is kept under the name, shown at once and refreshed behind it. */
  fresh<T>(name: string, fetched: () => Promise<Answer<T>>, shelf: Shelf = this): Fresh<T> {
    return new Fresh(shelf, name, fetched);
  }
}

class SealedAnswers implements Shelf {
  readonly #db: Promise<IDBDatabase | null>;

  constructor(db: Promise<IDBDatabase | null>) {
    this.#db = db;
  }

  async get<T>(name: string): Promise<{ at: number; value: T } | null> {
    const kept = await entry<{ at: number } & Sealed>(await this.#db, 'sealed', name);
    const key = kept && (await this.#key());
    return kept && key ? { at: kept.at, value: (await unseal(key, kept)) as T } : null;
  }

  async put(name: string, value: unknown): Promise<void> {
    const key = await this.#key();
    if (!key) return;
    const kept = { at: Date.now(), ...(await seal(key, value)) };
    await changed(await this.#db, 'sealed', (store) => store.put(kept, name));
  }

  async forget(name: string): Promise<void> {
    await changed(await this.#db, 'sealed', (store) => store.delete(name));
  }

  async names(): Promise<string[]> {
    return namesIn(await this.#db, 'sealed');
  }

  async #key(): Promise<CryptoKey | null> {
    const db = await this.#db;
    const known = await entry<CryptoKey>(db, 'keys', 'roster');
    const made = known ? null : await newKey();
    if (!made) return known;
    // Two tabs may make one at once: the first that was written is the key of both.
    await changed(db, 'keys', (store) => store.add(made, 'roster'));
    return entry<CryptoKey>(db, 'keys', 'roster');
  }
}

// A device that gives no storage, or takes it away, keeps nothing; that is no failure of the page.
async function entry<T>(db: IDBDatabase | null, store: string, name: string): Promise<T | null> {
  return (db && (await read<T>(db, store, name).catch(() => undefined))) ?? null;
}

async function changed(db: IDBDatabase | null, store: string, change: (store: IDBObjectStore) => void): Promise<void> {
  if (db) await write(db, store, change).catch(() => undefined);
}

async function namesIn(db: IDBDatabase | null, store: string): Promise<string[]> {
  try {
    return db ? (await settled(db.transaction(store).objectStore(store).getAllKeys())).map(String) : [];
  } catch {
    return [];
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

  /** Asks the server, unless what is kept is younger than `ageMs`: a page that was just left need not be asked for again. */
  async load(ageMs = 0): Promise<void> {
    this.loading = true;
    if (this.data === null) {
      const kept = await this.#kept.get<T>(this.#name);
      if (kept && this.data === null) [this.data, this.at] = [kept.value, kept.at];
    }
    // Of a clock that was put back since, it would be younger than now.
    if (this.at !== null && Math.abs(Date.now() - this.at) < ageMs) return void (this.loading = false);
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
