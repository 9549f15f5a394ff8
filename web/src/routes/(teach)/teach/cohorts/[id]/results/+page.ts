import { resultsLoad } from '#lib/class/results-load.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params }) => ({
  found: await resultsLoad({ fetch, url }, params.id, url.searchParams.get('test')),
});
