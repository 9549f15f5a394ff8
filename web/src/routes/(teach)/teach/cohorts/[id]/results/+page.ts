import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const caller = { fetch, url };
  const path = { id: params.id };
  const { tests } = await need(api(caller).GET('/api/v1/cohorts/{id}/tests', { params: { path } }));
  const asked = url.searchParams.get('test');
  const latest = tests.toSorted((a, b) => (a.openedAt ?? '').localeCompare(b.openedAt ?? '')).at(-1);
  const test = tests.find(({ code }) => code === asked) ?? latest ?? null;
  if (!test) return { tests, test, results: null };
  const results = await need(
    api(caller).GET('/api/v1/cohorts/{id}/tests/{code}/results', { params: { path: { ...path, code: test.code } } }),
  );
  return { tests, test, results };
};
