import { laoFirst } from '../english.svelte.js';
import { lo } from './shell.lo.js';

export const shell = laoFirst('shell', lo);
