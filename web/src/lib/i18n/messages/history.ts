import { catalog } from '../catalog.js';
import { en } from './history.en.js';
import { lo } from './history.lo.js';

export const history = catalog(en, lo);
