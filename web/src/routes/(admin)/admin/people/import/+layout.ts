import { admitted } from '#lib/session/admitted.js';
import type { LayoutLoad } from './$types.js';

export const load: LayoutLoad = ({ parent }) => admitted(parent, 'person.import');
