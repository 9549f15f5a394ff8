import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('khou:programme');
  const caller = api({ fetch, url });
  const all = { params: { query: { limit: 200 } } };
  const [projects, donors, agencies] = await Promise.all([
    need(caller.GET('/api/v1/projects', all)),
    need(caller.GET('/api/v1/donors', all)),
    need(caller.GET('/api/v1/agencies', all)),
  ]);
  return { projects: projects.items, donors: donors.items, agencies: agencies.items };
};
