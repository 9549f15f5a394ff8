import { api, need, type ApiCaller } from '#lib/api/client.js';
import type { components } from '#lib/api/schema.js';

export interface ResultsFound {
  tests: components['schemas']['ClassTests']['tests'];
  test: components['schemas']['ClassTests']['tests'][number] | null;
  results: components['schemas']['ClassResults'] | null;
}

/** The results of the test that is asked for; of the one that was opened last where none is. */
export async function resultsLoad(caller: ApiCaller, id: string, asked: string | null): Promise<ResultsFound> {
  const { tests } = await need(api(caller).GET('/api/v1/cohorts/{id}/tests', { params: { path: { id } } }));
  const latest = tests.toSorted((a, b) => (a.openedAt ?? '').localeCompare(b.openedAt ?? '')).at(-1);
  const test = tests.find(({ code }) => code === asked) ?? latest ?? null;
  if (!test) return { tests, test, results: null };
  const results = await need(
    api(caller).GET('/api/v1/cohorts/{id}/tests/{code}/results', { params: { path: { id, code: test.code } } }),
  );
  return { tests, test, results };
}
