import type { Answer } from '#lib/api/client.js';
import { failureOf, offlineFailure } from '#lib/api/failure.js';
import type { components } from '#lib/api/schema.js';
import type { LanguageCode } from '#lib/i18n/language.svelte.js';
import { isRare } from '#lib/questions/asked.rules.js';
import { rareTypes } from '#lib/questions/rare-types.svelte.js';
import { rememberedMe } from '#lib/session/memory.js';

export type ModulePage = components['schemas']['ModulePage'];

/**
 * The cache that the service worker keeps packs in; shared, because on a first visit it is not there yet. Whoever is about to
 * leave has none any more: opening it would make it anew, after it was deleted.
 */
const cacheOf = (personId: string) =>
  'caches' in globalThis && rememberedMe()?.personId === personId
    ? caches.open(`khou-packs-${personId}`).catch(() => null)
    : null;

export function packUrl(versionId: string, code: string, locale: LanguageCode): string {
  return `/api/v1/versions/${versionId}/modules/${code}?locale=${locale}&audience=participant`;
}

/** Where the page of a lesson is. What an older program kept on this device names only the version of the class. */
export function lessonUrl(
  group: { versionId: string },
  lesson: { code: string; versionId?: string },
  locale: LanguageCode,
): string {
  return packUrl(lesson.versionId ?? group.versionId, lesson.code, locale);
}

export function pictureUrl(hash: string): string {
  return `/api/v1/media/${hash}`;
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

/** A module with all that it needs without a network: its pictures, and the types of its questions. */
export async function keepModule(personId: string, url: string): Promise<boolean> {
  const { data } = await modulePage(personId, url);
  return data !== null && (await keepBelongings(personId, data));
}

/** What a page needs besides itself. False: some of it could not be had now. */
export async function keepBelongings(personId: string, page: ModulePage): Promise<boolean> {
  const blocks = page.sections.flatMap((section) => section.blocks);
  const needsTypes = blocks.some((block) => block.kind === 'question' && isRare(block.question));
  const [types, pictures] = await Promise.all([
    needsTypes ? rareTypes.fetch() : true,
    keepPictures(
      personId,
      page.media.map(({ hash }) => hash),
    ),
  ]);
  return types !== null && pictures;
}

/** Pictures by their hashes. False: some could not be had now. */
export async function keepPictures(personId: string, hashes: readonly string[]): Promise<boolean> {
  const cache = await cacheOf(personId);
  if (!cache) return true;
  const had = await Promise.all(
    hashes.map(async (hash) => {
      const address = pictureUrl(hash);
      if (await cache.match(address)) return true;
      return cache.add(address).then(
        () => true,
        () => false,
      );
    }),
  );
  return !had.includes(false);
}

/** The modules that are on this device with their pictures, by address. */
export async function keptPacks(personId: string): Promise<ReadonlySet<string>> {
  const cache = await cacheOf(personId);
  if (!cache) return new Set();
  const addresses = (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search);
  const here = new Set(addresses);
  const modules = await Promise.all(
    addresses
      .filter((address) => address.includes('/modules/'))
      .map(async (address) => {
        const page = (await (await cache.match(address))?.json()) as ModulePage | undefined;
        return page?.media.every(({ hash }) => here.has(pictureUrl(hash))) ? [address] : [];
      }),
  );
  return new Set(modules.flat());
}
