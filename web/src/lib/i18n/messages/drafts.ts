import { catalog } from '../catalog.js';
import { en } from './drafts.en.js';
import { lo } from './drafts.lo.js';

export const drafts = catalog(en, lo);
