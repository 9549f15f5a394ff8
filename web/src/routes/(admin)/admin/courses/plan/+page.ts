import { planLoad } from '#lib/cohort/plan-load.js';
import { admitted } from '#lib/session/admitted.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, parent }) => {
  await admitted(parent, 'cohort.plan');
  return planLoad({ fetch, url });
};
