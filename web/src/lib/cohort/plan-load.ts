import { api, need, type ApiCaller } from '#lib/api/client.js';

/** What the wizard offers to choose from. `bare` takes the phone's navigation away: the wizard has a foot of its own. */
export async function planLoad(caller: ApiCaller) {
  const [courses, curricula, provinces] = await Promise.all([
    need(api(caller).GET('/api/v1/courses', { params: { query: { limit: 200 } } })),
    need(api(caller).GET('/api/v1/curricula', { params: { query: { limit: 200 } } })),
    need(api(caller).GET('/api/v1/provinces')),
  ]);
  return { bare: true, courses: courses.items, curricula: curricula.items, provinces: provinces.items };
}
