import { OUTBOX_PREFIX } from '#lib/session/departure.js';
import { newId } from './ids.rules.js';
import { opened } from './indexed-db.js';
import type { Fact } from './sending.rules.js';

/** A fact on its way: waiting to be sent, or refused and kept to be shown. */
export interface OutboxFact extends Fact {
  state: 'waiting' | 'refused';
  code: string | null;
}

/**
 * The outbox of one account on this device: `facts` by id and in order, `device` with its id and its last number. Two
 * people on one phone have two, and each is opened by its owner only. It outlives a hand-over of the device: what was
 * not sent waits in it.
 */
export function openOutbox(accountId: string): Promise<IDBDatabase> {
  return opened(`${OUTBOX_PREFIX}-${accountId}`, (db) => {
    db.createObjectStore('facts', { keyPath: 'id' }).createIndex('inOrder', 'deviceSeq');
    db.createObjectStore('device').put(newId(), 'id');
  });
}

/**
 * What the server last answered to one account, so that its pages open without a network: `answers`, and `sealed` for
 * what holds names, with its key in `keys`. Leaving deletes it.
 */
export function openKept(accountId: string): Promise<IDBDatabase> {
  return opened(`khou-kept-${accountId}`, (db) => {
    for (const store of ['answers', 'sealed', 'keys']) db.createObjectStore(store);
  });
}
