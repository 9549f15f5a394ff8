import { catalog } from '../catalog.js';
import { en } from './publishing.en.js';
import { lo } from './publishing.lo.js';

export const publishing = catalog(en, lo);
