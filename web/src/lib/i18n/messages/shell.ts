import { catalog } from '../catalog.js';
import { en } from './shell.en.js';
import { lo } from './shell.lo.js';

export const shell = catalog(en, lo);
