import { catalog } from '../catalog.js';
import { en } from './my-certificates.en.js';
import { lo } from './my-certificates.lo.js';

export const myCertificates = catalog(en, lo);
