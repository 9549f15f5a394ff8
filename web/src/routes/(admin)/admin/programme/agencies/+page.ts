import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('khou:programme');
  const { items } = await need(api({ fetch, url }).GET('/api/v1/agencies', { params: { query: { limit: 200 } } }));
  return { parties: items };
};
