import { catalog } from '../catalog.js';
import { en } from './teach.en.js';
import { lo } from './teach.lo.js';

export const teach = catalog(en, lo);
