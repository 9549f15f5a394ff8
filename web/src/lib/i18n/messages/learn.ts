import { catalog } from '../catalog.js';
import { en } from './learn.en.js';
import { lo } from './learn.lo.js';

export const learn = catalog(en, lo);
