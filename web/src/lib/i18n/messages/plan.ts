import { catalog } from '../catalog.js';
import { en } from './plan.en.js';
import { lo } from './plan.lo.js';

export const plan = catalog(en, lo);
