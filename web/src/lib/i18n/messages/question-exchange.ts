import { catalog } from '../catalog.js';
import { en } from './question-exchange.en.js';
import { lo } from './question-exchange.lo.js';

export const questionExchange = catalog(en, lo);
