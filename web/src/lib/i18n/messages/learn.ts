import { laoFirst } from '../english.svelte.js';
import { lo } from './learn.lo.js';

export const learn = laoFirst('learn', lo);
