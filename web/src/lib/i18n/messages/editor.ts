import { catalog } from '../catalog.js';
import { en } from './editor.en.js';
import { lo } from './editor.lo.js';

export const editor = catalog(en, lo);
