import { api, need } from '#lib/api/client.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { token } = event.params;
  const verification = await need(api(event).GET('/api/v1/verifications/{token}', { params: { path: { token } } }));
  return { verification, checkedAt: new Date().toISOString() };
};
