import { catalog } from '../catalog.js';
import { en } from './question-form.en.js';
import { lo } from './question-form.lo.js';

export const questionForm = catalog(en, lo);
