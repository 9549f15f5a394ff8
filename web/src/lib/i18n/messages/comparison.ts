import { catalog } from '../catalog.js';
import { en } from './comparison.en.js';
import { lo } from './comparison.lo.js';

export const comparison = catalog(en, lo);
