import { catalog } from '../catalog.js';
import { en } from './changes.en.js';
import { lo } from './changes.lo.js';

export const changes = catalog(en, lo);
