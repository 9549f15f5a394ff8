import { COHORT, timetableLoad } from '#lib/cohort/cohort-load.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params, depends }) => {
  depends(COHORT);
  return { timetable: await timetableLoad({ fetch, url }, params.id) };
};
