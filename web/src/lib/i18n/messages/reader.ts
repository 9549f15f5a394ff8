import { catalog } from '../catalog.js';
import { en } from './reader.en.js';
import { lo } from './reader.lo.js';

export const reader = catalog(en, lo);
