import { catalog } from '../catalog.js';
import { en } from './places.en.js';
import { lo } from './places.lo.js';

export const places = catalog(en, lo);
