import { api, need } from '#lib/api/client.js';
import { today, weeksOf } from '#lib/cohort/days.rules.js';
import type { PageLoad } from './$types.js';

/** What lies before me comes first; the calendar asks for the weeks of its month. */
export const load: PageLoad = async ({ fetch, url }) => {
  const view = url.searchParams.get('view') === 'calendar' ? 'calendar' : 'list';
  const asked = url.searchParams.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today().slice(0, 7);
  const weeks = weeksOf(month);
  const span =
    view === 'calendar' ? { from: weeks[0]?.[0] ?? '', to: weeks.at(-1)?.[6] ?? '', limit: 200 } : { limit: 50 };
  const query = { mine: 'yes' as const, ...span };
  const { items, next } = await need(api({ fetch, url }).GET('/api/v1/cohorts', { params: { query } }));
  return { view, month, cohorts: items, next };
};
