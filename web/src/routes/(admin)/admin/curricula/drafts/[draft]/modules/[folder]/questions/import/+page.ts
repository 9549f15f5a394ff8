import type { PageLoad } from './$types.js';

export const load: PageLoad = ({ params }) => ({ draft: params.draft, folder: params.folder });
