import { api, ask, need, type ApiCaller } from '#lib/api/client.js';
import type { components } from '#lib/api/schema.js';

export type Upgrade = components['schemas']['CohortUpgrade'];

/** Whether a newer version waits for a decision, without what it changes. A page about something else does without, should it fail. */
export async function upgradeNotice(caller: ApiCaller, id: string): Promise<Upgrade | null> {
  const params = { path: { id }, query: { comparison: 'no' as const } };
  return (await ask(api(caller).GET('/api/v1/cohorts/{id}/upgrade', { params }))).data;
}

export function upgradeLoad(caller: ApiCaller, id: string): Promise<Upgrade> {
  return need(api(caller).GET('/api/v1/cohorts/{id}/upgrade', { params: { path: { id } } }));
}
