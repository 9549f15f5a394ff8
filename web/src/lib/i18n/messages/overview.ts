import { catalog } from '../catalog.js';
import { en } from './overview.en.js';
import { lo } from './overview.lo.js';

export const overview = catalog(en, lo);
