import { catalog } from '../catalog.js';
import { en } from './documents.en.js';
import { lo } from './documents.lo.js';

export const documents = catalog(en, lo);
