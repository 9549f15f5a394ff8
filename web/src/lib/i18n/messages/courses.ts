import { catalog } from '../catalog.js';
import { en } from './courses.en.js';
import { lo } from './courses.lo.js';

export const courses = catalog(en, lo);
