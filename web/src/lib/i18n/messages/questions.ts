import { catalog } from '../catalog.js';
import { en } from './questions.en.js';
import { lo } from './questions.lo.js';

/** Types of questions that not every page has; they bring their words along. */
export const questions = catalog(en, lo);
