import { api, need, type ApiCaller } from '#lib/api/client.js';
import type { Enrolment } from './cohort.js';

/** Names what a change of a cohort makes stale: `invalidate(COHORT)` reads it anew. */
export const COHORT = 'khou:cohort';

export function cohortLoad(caller: ApiCaller, id: string) {
  return need(api(caller).GET('/api/v1/cohorts/{id}', { params: { path: { id } } }));
}

export function timetableLoad(caller: ApiCaller, id: string) {
  return need(api(caller).GET('/api/v1/cohorts/{id}/timetable', { params: { path: { id } } }));
}

/** Everybody of a cohort; a class has at most 500 seats, so these are few pages. */
export async function enrolmentsLoad(caller: ApiCaller, id: string): Promise<Enrolment[]> {
  const all: Enrolment[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 200, ...(after && { after }) };
    const page = await need(api(caller).GET('/api/v1/cohorts/{id}/enrolments', { params: { path: { id }, query } }));
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}
