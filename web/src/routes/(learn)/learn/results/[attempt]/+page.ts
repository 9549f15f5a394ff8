import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params }) => ({ attempt: params.attempt });
