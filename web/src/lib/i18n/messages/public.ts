import { laoFirst } from '../english.svelte.js';
import { lo } from './public.lo.js';

export const forPublic = laoFirst('forPublic', lo);
