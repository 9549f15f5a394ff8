import { COHORT, cohortLoad } from '#lib/cohort/cohort-load.js';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ fetch, url, params, depends }) => {
  depends(COHORT);
  return { cohort: await cohortLoad({ fetch, url }, params.id) };
};
