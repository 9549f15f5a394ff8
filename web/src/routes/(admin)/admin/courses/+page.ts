import { api, need } from '#lib/api/client.js';
import type { CohortLine } from '#lib/cohort/cohort.js';
import type { PageLoad } from './$types.js';

const states: readonly CohortLine['state'][] = ['planned', 'running', 'closed', 'cancelled'];
const regions: readonly CohortLine['region'][] = ['northern', 'central', 'southern'];

/** What is filtered stands in the address. */
export const load: PageLoad = async ({ fetch, url }) => {
  const state = states.find((one) => one === url.searchParams.get('state'));
  const region = regions.find((one) => one === url.searchParams.get('region'));
  const courseId = url.searchParams.get('course') ?? undefined;
  const query = {
    limit: 50,
    mine: 'no' as const,
    ...(state && { state }),
    ...(region && { region }),
    ...(courseId && { courseId }),
  };
  const [page, courses] = await Promise.all([
    need(api({ fetch, url }).GET('/api/v1/cohorts', { params: { query } })),
    need(api({ fetch, url }).GET('/api/v1/courses', { params: { query: { limit: 200 } } })),
  ]);
  return { query, cohorts: page.items, next: page.next, courses: courses.items };
};
