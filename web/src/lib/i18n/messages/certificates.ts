import { catalog } from '../catalog.js';
import { en } from './certificates.en.js';
import { lo } from './certificates.lo.js';

export const certificates = catalog(en, lo);
