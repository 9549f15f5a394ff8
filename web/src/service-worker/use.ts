interface Use {
  areas: string[];
  person: string | null;
}

// The browser stops and starts a service worker as it likes, so what must be remembered is kept in a cache of its own.
const CACHE = 'khou-use';
const KEY = '/use';
let known: Use | null = null;
let isShut = false;

/** Which areas this device is used for, and by whom now. */
export async function use(): Promise<Use> {
  if (known) return known;
  const kept = await caches.match(KEY, { cacheName: CACHE });
  known = kept ? ((await kept.json()) as Use) : { areas: [], person: null };
  return known;
}

export async function rememberUse(area: string, person: string): Promise<void> {
  isShut = false;
  const before = await use();
  await keep({ areas: [...new Set([...before.areas, area])], person });
}

/** Who leaves deletes what the device keeps; what was still being fetched then must not be kept again. */
export async function forgetUser(): Promise<void> {
  await keep({ ...(await use()), person: null });
  isShut = true;
}

/** Opens a cache for writing; null from when a person has left until the next comes. */
export async function opened(name: string): Promise<Cache | null> {
  return isShut ? null : caches.open(name);
}

/** A device without room keeps nothing, and is answered all the same. */
export async function keepCopy(name: string, request: RequestInfo, copy: Response): Promise<void> {
  try {
    await (await opened(name))?.put(request, copy);
  } catch {
    return;
  }
}

async function keep(next: Use): Promise<void> {
  known = next;
  await keepCopy(CACHE, KEY, Response.json(next));
}
