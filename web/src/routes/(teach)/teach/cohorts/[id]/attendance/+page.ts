import type { PageLoad } from './$types.js';

// Nothing is awaited here and in no layout above (`@(teach)`): the list opens without a network.
export const load: PageLoad = ({ params, url }) => ({ cohortId: params.id, at: url.searchParams.get('at') });
