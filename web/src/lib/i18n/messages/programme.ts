import { catalog } from '../catalog.js';
import { en } from './programme.en.js';
import { lo } from './programme.lo.js';

export const programme = catalog(en, lo);
