import { version } from '$app/env';
import { self } from '$app/service-worker';
import { answerFor } from './answer.rules.js';
import { forgetUser, rememberUse, use } from './use.js';
import type { WorkerMessage } from '#lib/session/service-worker.js';

// Three kinds of cache: the program of a version, the packs of a person, and who uses which area. Answers of the API
// other than packs are never kept.
const APP = `khou-app-${version}`;
const SHELL = '/learn';
const FILES = '/_app/area-files.json';

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
  if (message.kind === 'leave') event.waitUntil(forgetUser());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = answerFor(request.method, request.mode, new URL(request.url), self.location.origin);
  if (answer === 'shell') event.respondWith(shell(request));
  if (answer === 'page') event.respondWith(fetch(request).catch(() => shell(request)));
  if (answer === 'build') event.respondWith(keptOrFetched(request, APP));
  if (answer === 'pack') event.respondWith(pack(request));
});

async function keepArea(area: string): Promise<void> {
  const cache = await caches.open(APP);
  const files = (await (await fetch(FILES, { cache: 'no-cache' })).json()) as Record<string, string[]>;
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  // The page has just loaded most of them, so they come from the browser's own cache and cost nothing.
  await cache.addAll((files[area] ?? []).filter((file) => !kept.has(file)));
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
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone());
  return response;
}

/** Build files carry a hash in their name, so any version's copy is the right one; packs are looked up by person only. */
async function keptByAnyVersion(request: Request): Promise<Response | undefined> {
  return new URL(request.url).pathname.startsWith('/_app/immutable/') ? caches.match(request) : undefined;
}
