import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  draft: params.draft,
  path: url.searchParams.get('path') ?? '',
});
