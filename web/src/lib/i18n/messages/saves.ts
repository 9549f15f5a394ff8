import { laoFirst } from '../english.svelte.js';
import { lo } from './saves.lo.js';

export const saves = laoFirst('saves', lo);
