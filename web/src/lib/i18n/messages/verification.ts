import { catalog } from '../catalog.js';
import { en } from './verification.en.js';
import { lo } from './verification.lo.js';

export const verification = catalog(en, lo);
