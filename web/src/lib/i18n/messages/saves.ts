import { catalog } from '../catalog.js';
import { en } from './saves.en.js';
import { lo } from './saves.lo.js';

export const saves = catalog(en, lo);
