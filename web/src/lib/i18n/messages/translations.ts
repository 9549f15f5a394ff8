import { catalog } from '../catalog.js';
import { en } from './translations.en.js';
import { lo } from './translations.lo.js';

export const translations = catalog(en, lo);
