import { COHORT, enrolmentsLoad } from '#lib/cohort/cohort-load.js';
import { admitted } from '#lib/session/admitted.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params, parent, depends }) => {
  await admitted(parent, 'enrolment.read');
  depends(COHORT);
  return { enrolments: await enrolmentsLoad({ fetch, url }, params.id) };
};
