import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  version: params.version,
  code: params.module,
  chosen: {
    audience: url.searchParams.get('as'),
    locale: url.searchParams.get('in'),
    kind: url.searchParams.get('kind'),
  },
});
