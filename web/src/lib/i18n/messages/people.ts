import { catalog } from '../catalog.js';
import { en } from './people.en.js';
import { lo } from './people.lo.js';

export const people = catalog(en, lo);
