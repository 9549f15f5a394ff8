import { COHORT, cohortLoad } from '#lib/cohort/cohort-load.js';
import { upgradeNotice } from '#lib/cohort/upgrade-load.js';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = async ({ fetch, url, params, depends }) => {
  depends(COHORT);
  const [cohort, notice] = await Promise.all([
    cohortLoad({ fetch, url }, params.id),
    upgradeNotice({ fetch, url }, params.id),
  ]);
  return { cohort, notice };
};
