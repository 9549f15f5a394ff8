import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params }) => ({
  person: await need(api({ fetch, url }).GET('/api/v1/people/{id}', { params: { path: { id: params.id } } })),
});
