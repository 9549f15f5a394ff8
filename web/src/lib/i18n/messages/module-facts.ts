import { catalog } from '../catalog.js';
import { en } from './module-facts.en.js';
import { lo } from './module-facts.lo.js';

export const moduleFacts = catalog(en, lo);
