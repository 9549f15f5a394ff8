import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

/** The form sends the code as `?code=`; somebody may as well paste the whole address of the QR code. */
export const load: PageServerLoad = ({ url }) => {
  const typed = url.searchParams.get('code');
  if (typed === null) return { missing: false };
  const token = typed
    .replace(/\s/g, '')
    .replace(/^.*\/v\//, '')
    .replace(/[/?#].*$/, '');
  if (!token) return { missing: true };
  redirect(303, `/v/${encodeURIComponent(token)}`);
};
