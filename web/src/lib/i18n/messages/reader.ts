import { laoFirst } from '../english.svelte.js';
import { lo } from './reader.lo.js';

export const reader = laoFirst('reader', lo);
