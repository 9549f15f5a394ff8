import { version } from '$app/env';
import { self } from '$app/service-worker';
import { answerFor } from './answer.rules.js';
import { forgetUser, keepCopy, opened, rememberUse, use } from './use.js';
import type { WorkerMessage } from '#lib/session/service-worker.js';

// Three kinds of cache: the program of a version, the packs of a person, and who uses which area. Answers of the API
// other than packs are never kept, except the public keys of certificates, which belong to nobody.
const APP = `khou-app-${version}`;
const SHELL = '/learn';
const FILES = '/_app/area-files.json';
const KEYS = '/api/v1/certificate-keys';

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(APP);
      await cache.add(new Request(SHELL, { cache: 'reload' }));
      for (const area of (await use()).areas) await keepArea(area);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      // Pages of the version before may still be open and need its files, so one generation is left.
      const apps = (await caches.keys()).filter((name) => name.startsWith('khou-app-') && name !== APP);
      await Promise.all(apps.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  if (message.kind === 'use')
    event.waitUntil(Promise.all([rememberUse(message.area, message.person), keepArea(message.area)]));
  if (message.kind === 'loaded') event.waitUntil(keepFiles(message.files));
  if (message.kind === 'leave') event.waitUntil(forgetUser().then(() => event.ports[0]?.postMessage('left')));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = answerFor(request.method, request.mode, new URL(request.url), self.location.origin);
  if (answer === 'shell') event.respondWith(shell(request));
  if (answer === 'page') event.respondWith(fetch(request).catch(() => shell(request)));
  if (answer === 'build') event.respondWith(keptOrFetched(request, APP));
  if (answer === 'pack') event.respondWith(pack(request));
  if (answer === 'keys') event.respondWith(certificateKeys(request));
});

async function keepArea(area: string): Promise<void> {
  const files = (await (await fetch(FILES, { cache: 'no-cache' })).json()) as Record<string, string[]>;
  await keepFiles(files[area] ?? []);
  // A trainer may be shown a certificate where there is no signal; a learner's first visit does not pay for that.
  if (area !== 'teach') return;
  await keepFiles(files['verify'] ?? []);
  await certificateKeys(new Request(KEYS));
}

/**
 * What a page has just loaded comes from the browser's own cache and costs nothing. A file that cannot be had now does not cost
 * the others: it comes with the next visit.
 */
async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await opened(APP);
  if (!cache) return;
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await Promise.allSettled(files.filter((file) => !kept.has(file)).map((file) => cache.add(file)));
}

/** The newest that can be had: without a network the ones kept last, so that a certificate can still be checked. */
async function certificateKeys(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) await keepCopy(APP, KEYS, response.clone());
    return response;
  } catch (unreached) {
    const kept = await caches.match(KEYS);
    if (kept) return kept;
    throw unreached;
  }
}

async function shell(request: Request): Promise<Response> {
  return (await caches.match(SHELL, { cacheName: APP })) ?? (await caches.match(SHELL)) ?? fetch(request);
}

async function pack(request: Request): Promise<Response> {
  const { person } = await use();
  return person ? keptOrFetched(request, `khou-packs-${person}`) : fetch(request);
}

async function keptOrFetched(request: Request, cacheName: string): Promise<Response> {
  const kept = (await caches.match(request, { cacheName })) ?? (await keptByAnyVersion(request));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keepCopy(cacheName, request, response.clone());
  return response;
}

/** Build files carry a hash in their name, so any version's copy is the right one; packs are looked up by person only. */
async function keptByAnyVersion(request: Request): Promise<Response | undefined> {
  return new URL(request.url).pathname.startsWith('/_app/immutable/') ? caches.match(request) : undefined;
}
