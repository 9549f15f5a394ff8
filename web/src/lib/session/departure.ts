import { api, ask, type ApiCaller } from '#lib/api/client.js';
import { isConnected } from '#lib/api/connection.svelte.js';
import { forgetMe, isLeaving, setLeaving } from './memory.js';
import { forgetPerson } from './service-worker.js';

/** Databases of this name hold facts that may not have reached the server; handing over keeps them. */
export const OUTBOX_PREFIX = 'khou-outbox';

/** A network that says nothing for so long keeps nobody from leaving: the session is ended when it can be. */
const PATIENCE_MS = 8_000;

const unsentCounts = new Set<() => Promise<number>>();

/** The outbox registers how much is still to be sent; the answer undoes it. Signing out asks before it deletes. */
export function countUnsent(count: () => Promise<number>): () => void {
  unsentCounts.add(count);
  return () => unsentCounts.delete(count);
}

export async function unsent(): Promise<number> {
  const counts = await Promise.all([...unsentCounts].map((count) => count()));
  return counts.reduce((sum, n) => sum + n, 0);
}

/**
 * Ends the session and clears the device, also without a network. `signOut` leaves nothing; `handOver` keeps the
 * program and the sealed outbox, which waits for its owner, so that the next person can go on at once.
 */
export async function leave(how: 'signOut' | 'handOver'): Promise<void> {
  setLeaving(true);
  forgetMe();
  sessionStorage.clear();
  await forgetPerson();
  await clearDatabases(how);
  await finishDeparture();
  await clearCaches(how);
  if (how === 'signOut' && isConnected()) await unregister();
  // A full page load, so that nothing of the person stays in memory.
  location.assign('/sign-in');
}

/** Ends the session on the server where a departure is still open. False: it could not, and nobody may go on. */
export async function finishDeparture(caller?: ApiCaller): Promise<boolean> {
  if (!isLeaving()) return true;
  const { failure } = await ask(api(caller).DELETE('/api/v1/session', { signal: AbortSignal.timeout(PATIENCE_MS) }));
  if (failure && failure.status !== 401) return false;
  setLeaving(false);
  return true;
}

async function clearCaches(how: 'signOut' | 'handOver'): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  // The program itself is nobody's. Without a network it stays even so, or the device could not show its own door.
  const keepsProgram = how === 'handOver' || !isConnected();
  const doomed = names.filter((name) => !keepsProgram || name.startsWith('khou-packs-'));
  await Promise.all(doomed.map((name) => caches.delete(name)));
}

async function clearDatabases(how: 'signOut' | 'handOver'): Promise<void> {
  if (!('databases' in indexedDB)) return;
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const doomed = names.filter((name) => how === 'signOut' || !name.startsWith(OUTBOX_PREFIX));
  await Promise.all(doomed.map(deleteDatabase));
}

/** A connection still open blocks the deletion; it happens when the page unloads, so that is no reason to wait. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
}

async function unregister(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
