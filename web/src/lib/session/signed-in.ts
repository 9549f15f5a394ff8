import { goto, invalidateAll } from '$app/navigation';
import { redirect } from '@sveltejs/kit';
import { api, ask, raise, type ApiCaller } from '#lib/api/client.js';
import { areasOf, homeOf, type Area, type Me } from './areas.rules.js';
import { finishDeparture } from './departure.js';
import { rememberMe, rememberedMe } from './memory.js';

/**
 * Who uses the page, for the layout load of an area (in the browser only). A person known to this device is let in at
 * once, also without a network; the server is asked behind their back and has the last word.
 */
export async function signedIn(caller: ApiCaller, area: Area): Promise<Me> {
  const gone = await finishDeparture(caller);
  const known = gone ? rememberedMe() : null;
  const me = known ?? (gone ? await askServer(caller) : null);
  if (!me) redirect(307, `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  if (!areasOf(me).includes(area)) redirect(307, homeOf(me));
  if (known) void confirm(known);
  return me;
}

async function askServer(caller: ApiCaller): Promise<Me | null> {
  const { data, failure } = await ask(api(caller).GET('/api/v1/session'));
  if (failure?.status === 401) return null;
  if (failure) raise(failure);
  rememberMe(data);
  return data;
}

async function confirm(known: Me): Promise<void> {
  const { data, failure } = await ask(api().GET('/api/v1/session'));
  if (failure?.status === 401) {
    // The door says why, and forgets whom this device knew.
    await goto(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  } else if (data && JSON.stringify(data) !== JSON.stringify(known)) {
    rememberMe(data);
    await invalidateAll();
  }
}
