import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { OUTBOX_PREFIX } from '#lib/session/departure.js';
import { newId } from './ids.rules.js';
import type { Sealed } from './sealed.js';
import type { Fact } from './sending.rules.js';

/** A fact on its way: waiting to be sent, or refused and kept to be shown. */
export interface OutboxFact extends Fact {
  state: 'waiting' | 'refused';
  code: string | null;
}

interface OutboxSchema extends DBSchema {
  facts: { key: string; value: OutboxFact; indexes: { inOrder: number } };
  device: { key: 'id' | 'seq'; value: string | number };
}

interface KeptSchema extends DBSchema {
  answers: { key: string; value: { at: number; value: unknown } };
  /** Names, sealed with the key beside them. */
  sealed: { key: string; value: { at: number } & Sealed };
  keys: { key: 'roster'; value: CryptoKey };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;
export type KeptDatabase = IDBPDatabase<KeptSchema>;

/** Another tab signs out and deletes the database: it must not wait for this one. */
const blocking = (_current: number, _next: number | null, event: Event) => (event.target as IDBDatabase).close();

/**
 * The outbox of one account on this device. Two people on one phone have two, and each is opened by its owner only. It
 * outlives a hand-over of the device: what was not sent waits in it.
 */
export function openOutbox(accountId: string): Promise<OutboxDatabase> {
  return openDB<OutboxSchema>(`${OUTBOX_PREFIX}-${accountId}`, 1, {
    upgrade(db) {
      db.createObjectStore('facts', { keyPath: 'id' }).createIndex('inOrder', 'deviceSeq');
      db.createObjectStore('device').put(newId(), 'id');
    },
    blocking,
  });
}

/** What the server last answered to one account, so that its pages open without a network. Leaving deletes it. */
export function openKept(accountId: string): Promise<KeptDatabase> {
  return openDB<KeptSchema>(`khou-kept-${accountId}`, 1, {
    upgrade(db) {
      for (const store of ['answers', 'sealed', 'keys'] as const) db.createObjectStore(store);
    },
    blocking,
  });
}
