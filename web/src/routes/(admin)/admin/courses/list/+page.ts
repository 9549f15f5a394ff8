import { api, need } from '#lib/api/client.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('khou:courses');
  const caller = api({ fetch, url });
  const [courses, projects, curricula] = await Promise.all([
    need(caller.GET('/api/v1/courses', { params: { query: { limit: 200 } } })),
    need(caller.GET('/api/v1/projects', { params: { query: { limit: 200 } } })),
    need(caller.GET('/api/v1/curricula', { params: { query: { limit: 200 } } })),
  ]);
  return { courses: courses.items, projects: projects.items, curricula: curricula.items };
};
