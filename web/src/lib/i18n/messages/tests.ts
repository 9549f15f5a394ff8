import { catalog } from '../catalog.js';
import { en } from './tests.en.js';
import { lo } from './tests.lo.js';

/** Sitting a test, results and certificates: what a learner reads after the lessons. */
export const tests = catalog(en, lo);
