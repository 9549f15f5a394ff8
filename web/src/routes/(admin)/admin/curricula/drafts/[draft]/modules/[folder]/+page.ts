import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  draft: params.draft,
  folder: params.folder,
  tab: url.searchParams.get('tab') ?? 'en',
  line: Number(url.searchParams.get('line')) || null,
});
