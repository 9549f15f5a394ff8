import { catalog } from '../catalog.js';
import { en } from './public.en.js';
import { lo } from './public.lo.js';

export const forPublic = catalog(en, lo);
