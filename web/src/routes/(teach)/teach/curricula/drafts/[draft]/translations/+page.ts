import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  draft: params.draft,
  module: url.searchParams.get('module'),
  unit: url.searchParams.get('unit'),
});
