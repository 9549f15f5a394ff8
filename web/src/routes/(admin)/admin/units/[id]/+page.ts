import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const caller = { fetch, url };
  const [unit, provinces] = await Promise.all([
    need(api(caller).GET('/api/v1/units/{id}', { params: { path: { id: params.id } } })),
    need(api(caller).GET('/api/v1/provinces')),
  ]);
  return { unit, provinces: provinces.items };
};
