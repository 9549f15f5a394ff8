import { admitted } from '#lib/session/admitted.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ parent, url }) => {
  await admitted(parent, 'attendance.read');
  return { at: url.searchParams.get('at') };
};
