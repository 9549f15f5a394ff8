import { resultsLoad } from '#lib/class/results-load.js';
import { admitted } from '#lib/session/admitted.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params, parent }) => {
  await admitted(parent, 'result.read');
  return { found: await resultsLoad({ fetch, url }, params.id, url.searchParams.get('test')) };
};
