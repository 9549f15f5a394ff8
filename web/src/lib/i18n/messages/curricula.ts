import { catalog } from '../catalog.js';
import { en } from './curricula.en.js';
import { lo } from './curricula.lo.js';

export const curricula = catalog(en, lo);
