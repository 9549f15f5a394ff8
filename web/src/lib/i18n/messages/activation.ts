import { catalog } from '../catalog.js';
import { en } from './activation.en.js';
import { lo } from './activation.lo.js';

export const activation = catalog(en, lo);
