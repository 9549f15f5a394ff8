import { dev } from '$app/env';
import { hasEnglish } from '#lib/i18n/english.svelte.js';
import type { Area } from './areas.rules.js';

const QUIET_MS = 60_000;
/** A worker that does not answer for so long never will, and nobody is kept from signing out by it. */
const PATIENCE_MS = 3_000;

let hasLeft = false;

/** What a page tells the service worker; src/service-worker/ reads it. */
export type WorkerMessage =
  | { kind: 'use'; area: Area | 'english' | 'questions'; person: string }
  | { kind: 'loaded'; files: string[] }
  | { kind: 'leave' };

/**
 * Registers the service worker for an area that works offline and tells it who uses it, so that the area's files are
 * kept and the packs of two people on one phone never mix.
 */
export async function workOffline(area: Area, person: string): Promise<void> {
  if (dev || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
  const { active } = await navigator.serviceWorker.ready;
  const use = (files: Area | 'english' | 'questions') => tell(active, { kind: 'use', area: files, person });
  use(area);
  // For who reads Lao the English words come when the phone has had its quiet.
  if (hasEnglish()) use('english');
  else setTimeout(() => use('english'), QUIET_MS);
  setTimeout(() => use('questions'), QUIET_MS);
}

/**
 * Keeps the files of the page that was just opened, such as a test, which are not kept beforehand. The worker may not have
 * been there when they were fetched.
 */
export async function keepLoaded(): Promise<void> {
  if (dev || !('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/_app/immutable/'));
  tell(active, { kind: 'loaded', files: [...new Set(files)] });
}

/**
 * From now on the service worker keeps nothing for anybody, until the next person comes. It has understood when this is over, so
 * what is deleted afterwards does not come back.
 */
export async function forgetPerson(): Promise<void> {
  hasLeft = true;
  const registration = await navigator.serviceWorker?.getRegistration();
  const worker = registration?.active;
  if (!worker) return;
  const { port1: here, port2: there } = new MessageChannel();
  const understood = new Promise((resolve) => (here.onmessage = resolve));
  worker.postMessage({ kind: 'leave' } satisfies WorkerMessage, [there]);
  await Promise.race([understood, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** A page that is being left says nothing more of the person. */
function tell(worker: ServiceWorker | null, message: WorkerMessage): void {
  if (!hasLeft) worker?.postMessage(message);
}
