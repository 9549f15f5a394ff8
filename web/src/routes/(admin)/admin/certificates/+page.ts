import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types.js';

/** Whoever may not issue has the register alone. */
export const load: PageLoad = async ({ parent }) => {
  const { me } = await parent();
  if (!me.permissions.includes('certificate.issue')) redirect(307, '/admin/certificates/register');
};
