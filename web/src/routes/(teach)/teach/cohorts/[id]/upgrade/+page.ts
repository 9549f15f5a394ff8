import { COHORT } from '#lib/cohort/cohort-load.js';
import { upgradeLoad } from '#lib/cohort/upgrade-load.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params, depends }) => {
  depends(COHORT);
  return { upgrade: await upgradeLoad({ fetch, url }, params.id) };
};
