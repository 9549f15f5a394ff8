import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  bare: true,
  cohort: params.cohort,
  code: params.code,
  /** The question that is open, counted from 1; `review` for the look over all of them. */
  at: url.searchParams.get('q'),
});
