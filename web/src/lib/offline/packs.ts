import type { Answer } from '#lib/api/client.js';
import { failureOf, offlineFailure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';

export type ModulePage = components['schemas']['ModulePage'];

/** The cache that the service worker keeps packs in; shared, because on a first visit it is not there yet. */
const cacheOf = (personId: string) => ('caches' in globalThis ? caches.open(`khou-packs-${personId}`) : null);

export function packUrl(versionId: string, code: string, locale: LanguageCode): string {
  return `/api/v1/versions/${versionId}/modules/${code}?locale=${locale}&audience=participant`;
}

/** A module of a version, which never changes: from this device when it was fetched before. */
export async function modulePage(personId: string, url: string): Promise<Answer<ModulePage>> {
  const cache = await cacheOf(personId);
  const kept = await cache?.match(url);
  if (kept) return { data: (await kept.json()) as ModulePage, failure: null };
  try {
    const response = await fetch(url);
    if (!response.ok) return { data: null, failure: failureOf(response, await response.json().catch(() => null)) };
    // Another tab may have left in the meantime and deleted the cache; the page is shown all the same.
    await cache?.put(url, response.clone()).catch(() => undefined);
    return { data: (await response.json()) as ModulePage, failure: null };
  } catch {
    return { data: null, failure: offlineFailure() };
  }
}

/** The packs that are on this device, by address. */
export async function keptPacks(personId: string): Promise<ReadonlySet<string>> {
  const requests = (await (await cacheOf(personId))?.keys()) ?? [];
  return new Set(requests.map((request) => new URL(request.url).pathname + new URL(request.url).search));
}
