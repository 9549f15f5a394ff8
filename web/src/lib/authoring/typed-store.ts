import { newId } from '#lib/offline/ids.rules.js';
import { done, opened, settled, write } from '#lib/offline/indexed-db.js';
import { OUTBOX_PREFIX } from '#lib/session/departure.js';
import { holdersOf, keyOf, keysBetween, takenUp, waitingIn } from './typed-keys.rules.js';

/** What somebody typed and the server has not yet. */
export interface Typed {
  text: string;
  /** The revision it was typed over; null for a file that is new. */
  revision: number | null;
  /** What stood there, so that both can be shown when somebody else changes it too. */
  base: string;
  at: number;
}

const STORE = 'typed';
const LOCK = 'khou-typed-';

/**
 * Typed text on this device, by account, file and tab. It bears the name of an outbox: handing over the device keeps it until its
 * author is back, and signing out asks first. Where the browser gives no storage, `works` is false and the screen says so.
 */
export class TypedStore {
  readonly #accountId: string;
  readonly #tab = newId();
  #db: Promise<IDBDatabase | null> | null = null;

  constructor(accountId: string) {
    this.#accountId = accountId;
    /* Held until the page is gone, however it goes. On plain http there are no locks: then any tab may take up what another holds,
       which moves it and loses nothing. */
    void navigator.locks?.request(LOCK + this.#tab, () => new Promise(() => {})).catch(() => undefined);
  }

  async works(): Promise<boolean> {
    return (await this.#open()) !== null;
  }

  /**
   * What this tab goes on with: its own text, or what a tab that is gone left behind, which becomes its own. `left` is called when
   * another tab that holds text of the file is gone later: then there is more to take.
   */
  async take(draft: string, path: string, left: () => void): Promise<Typed | null> {
    const [db, living] = await Promise.all([this.#open(), livingTabs()]);
    if (!db) return null;
    const holders = holdersOf(await this.#keys(), draft, path).filter((tab) => tab !== this.#tab && living.has(tab));
    for (const tab of await goneOf(holders)) living.delete(tab);
    const others = holders.filter((tab) => living.has(tab));
    if (others.length > 0)
      void Promise.any(others.map((tab) => navigator.locks.request(LOCK + tab, left))).catch(() => {});
    return this.#taken(db, draft, path, living).catch(() => null);
  }

  /** The newest text of any tab, for looking at only. */
  async newest(draft: string, path: string): Promise<Typed | null> {
    const db = await this.#open();
    const range = IDBKeyRange.bound(...keysBetween(draft, path));
    const all = db && (await settled<Typed[]>(db.transaction(STORE).objectStore(STORE).getAll(range)).catch(() => []));
    return all?.toSorted((a, b) => b.at - a.at)[0] ?? null;
  }

  /** False when it could not be kept. */
  async put(draft: string, path: string, typed: Typed): Promise<boolean> {
    return this.#change((store) => store.put(typed, keyOf(draft, path, this.#tab)));
  }

  async forget(draft: string, path: string): Promise<boolean> {
    return this.#change((store) => store.delete(keyOf(draft, path, this.#tab)));
  }

  /** The files of a draft in which something waits, but for those that another tab is writing. */
  async waiting(draft: string): Promise<string[]> {
    return waitingIn(await this.#keys(), draft, this.#tab, await livingTabs());
  }

  async count(): Promise<number> {
    return (await this.#keys()).length;
  }

  /** In one transaction: of two tabs that want the same text, one has it. */
  async #taken(db: IDBDatabase, draft: string, path: string, living: ReadonlySet<string>): Promise<Typed | null> {
    const transaction = db.transaction(STORE, 'readwrite');
    const finished = done(transaction);
    const store = transaction.objectStore(STORE);
    const range = IDBKeyRange.bound(...keysBetween(draft, path));
    const [keys, all] = await Promise.all([settled(store.getAllKeys(range)), settled<Typed[]>(store.getAll(range))]);
    const entries = keys.map((key, n) => ({ key: String(key), at: all[n]!.at, typed: all[n]! }));
    const key = takenUp(entries, this.#tab, living);
    const found = entries.find((entry) => entry.key === key);
    if (found) {
      store.delete(found.key);
      store.put(found.typed, keyOf(draft, path, this.#tab));
    }
    await finished;
    return found?.typed ?? null;
  }

  async #keys(): Promise<string[]> {
    const db = await this.#open();
    if (!db) return [];
    return (await settled(db.transaction(STORE).objectStore(STORE).getAllKeys()).catch(() => [])).map(String);
  }

  async #change(change: (store: IDBObjectStore) => void): Promise<boolean> {
    const db = await this.#open();
    if (!db) return false;
    return write(db, STORE, change).then(
      () => true,
      () => false,
    );
  }

  #open(): Promise<IDBDatabase | null> {
    return (this.#db ??= opened(`${OUTBOX_PREFIX}-authoring-${this.#accountId}`, (db) => {
      db.createObjectStore(STORE);
    }).catch(() => null));
  }
}

/** The tabs that are open: each holds a lock. */
async function livingTabs(): Promise<Set<string>> {
  const held = (await navigator.locks?.query().catch(() => null))?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

/** A page that is closed or loaded again holds its lock a moment longer; one that is open does not let go. Milliseconds. */
const MOMENT = 1500;

/** Those of some tabs that let go of their lock within a moment. */
async function goneOf(tabs: readonly string[]): Promise<string[]> {
  const signal = AbortSignal.timeout(MOMENT);
  const gone = tabs.map((tab) =>
    navigator.locks.request(LOCK + tab, { signal }, () => [tab]).catch((): string[] => []),
  );
  return (await Promise.all(gone)).flat();
}

let known: { accountId: string; store: TypedStore } | null = null;

/** One store in a tab, so that the database is opened once. */
export function typedStore(accountId: string): TypedStore {
  if (known?.accountId !== accountId) known = { accountId, store: new TypedStore(accountId) };
  return known.store;
}

/** An id for something new in a file: short, and of letters that every file allows. */
export function shortId(): string {
  return newId().replaceAll('-', '').slice(-5);
}
