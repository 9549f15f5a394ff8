import { newId } from '#lib/offline/ids.rules.js';
import { opened, read, settled, write } from '#lib/offline/indexed-db.js';
import { OUTBOX_PREFIX } from '#lib/session/departure.js';

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

/**
 * Typed text on this device, by account. It bears the name of an outbox: handing over the device keeps it until its author is
 * back, and signing out asks first. Where the browser gives no storage, `works` is false and the screen says so.
 */
export class TypedStore {
  readonly #accountId: string;
  #db: Promise<IDBDatabase | null> | null = null;

  constructor(accountId: string) {
    this.#accountId = accountId;
  }

  async works(): Promise<boolean> {
    return (await this.#open()) !== null;
  }

  async get(draft: string, path: string): Promise<Typed | null> {
    const db = await this.#open();
    return (db && (await read<Typed>(db, STORE, keyOf(draft, path)).catch(() => undefined))) ?? null;
  }

  /** False when it could not be kept. */
  async put(draft: string, path: string, typed: Typed): Promise<boolean> {
    return this.#change((store) => store.put(typed, keyOf(draft, path)));
  }

  async forget(draft: string, path: string): Promise<boolean> {
    return this.#change((store) => store.delete(keyOf(draft, path)));
  }

  /** The files of a draft in which something waits. */
  async waiting(draft: string): Promise<string[]> {
    return (await this.#keys()).flatMap((key) => (key.startsWith(`${draft} `) ? [key.slice(draft.length + 1)] : []));
  }

  async count(): Promise<number> {
    return (await this.#keys()).length;
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

const keyOf = (draft: string, path: string) => `${draft} ${path}`;

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
