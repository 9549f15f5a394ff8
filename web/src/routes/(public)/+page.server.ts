import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/api/client.js';
import { homeOf } from '#lib/session/areas.rules.js';
import type { PageServerLoad } from './$types.js';

/** Who is signed in already goes on to work. */
export const load: PageServerLoad = async (event) => {
  if (!event.request.headers.has('cookie')) return;
  const { data } = await ask(api(event).GET('/api/v1/session'));
  if (data) redirect(303, homeOf(data));
};
