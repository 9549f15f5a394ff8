import { api, need } from '#lib/api/client.js';
import { openUnits } from '#lib/people/units.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const caller = { fetch, url };
  const [list, units] = await Promise.all([
    need(api(caller).GET('/api/v1/imports/{id}', { params: { path: { id: params.id } } })),
    openUnits(caller),
  ]);
  return { list, units };
};
