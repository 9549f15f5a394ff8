import { planLoad } from '#lib/cohort/plan-load.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ fetch, url }) => planLoad({ fetch, url });
