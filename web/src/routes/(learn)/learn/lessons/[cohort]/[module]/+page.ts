import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  cohort: params.cohort,
  code: params.module,
  /** The part that is open, counted from 1; without it the reader goes on where they stopped. */
  part: Number(url.searchParams.get('part')) || null,
});
