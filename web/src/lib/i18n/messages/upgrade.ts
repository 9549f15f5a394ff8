import { catalog } from '../catalog.js';
import { en } from './upgrade.en.js';
import { lo } from './upgrade.lo.js';

export const upgrade = catalog(en, lo);
