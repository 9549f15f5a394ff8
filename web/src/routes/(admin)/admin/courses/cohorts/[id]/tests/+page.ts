import { admitted } from '#lib/session/admitted.js';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async ({ parent }) => admitted(parent, 'result.read');
