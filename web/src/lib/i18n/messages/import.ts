import { catalog } from '../catalog.js';
import { en } from './import.en.js';
import { lo } from './import.lo.js';

export const imports = catalog(en, lo);
