interface Use {
  areas: string[];
  person: string | null;
}

// The browser stops and starts a service worker as it likes, so what must be remembered is kept in a cache of its own.
const CACHE = 'khou-use';
const KEY = '/use';
let known: Use | null = null;

/** Which areas this device is used for, and by whom now. */
export async function use(): Promise<Use> {
  if (known) return known;
  const kept = await caches.match(KEY, { cacheName: CACHE });
  known = kept ? ((await kept.json()) as Use) : { areas: [], person: null };
  return known;
}

export async function rememberUse(area: string, person: string): Promise<void> {
  const before = await use();
  await keep({ areas: [...new Set([...before.areas, area])], person });
}

export async function forgetUser(): Promise<void> {
  await keep({ ...(await use()), person: null });
}

async function keep(next: Use): Promise<void> {
  known = next;
  const cache = await caches.open(CACHE);
  await cache.put(KEY, Response.json(next));
}
