import { wishOf } from '#lib/authoring/comparison-wish.rules.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params, url }) => ({
  version: params.version,
  other: params.other,
  wish: wishOf(url.searchParams),
});
