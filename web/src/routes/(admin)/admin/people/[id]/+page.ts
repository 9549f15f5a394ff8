import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, params: { id } }) => {
  const client = api({ fetch, url });
  const [person, courses, certificates] = await Promise.all([
    need(client.GET('/api/v1/people/{id}', { params: { path: { id } } })),
    need(client.GET('/api/v1/people/{id}/courses', { params: { path: { id }, query: { limit: 200 } } })),
    need(client.GET('/api/v1/certificates', { params: { query: { personId: id, limit: 200 } } })),
  ]);
  return { person, courses: courses.items, certificates: certificates.items };
};
