import { COHORT, enrolmentsLoad } from '#lib/cohort/cohort-load.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params, depends }) => {
  depends(COHORT);
  return { enrolments: await enrolmentsLoad({ fetch, url }, params.id) };
};
