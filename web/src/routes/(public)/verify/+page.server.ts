import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

/** The form sends the code as `?code=`; somebody may as well paste the whole address of the QR code, or its full stop. */
export const load: PageServerLoad = ({ url }) => {
  const typed = url.searchParams.get('code');
  if (typed === null) return { missing: false };
  const token = typed
    .replace(/\s/g, '')
    .replace(/^.*\/v\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/[.]/g, '');
  if (!token) return { missing: true };
  redirect(303, `/v/${encodeURIComponent(token)}`);
};
