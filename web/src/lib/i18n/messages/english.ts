import { en as core, type CoreCode, type Sentence } from './failures.core.en.js';
import { en as learn } from './learn.en.js';
import { en as forPublic } from './public.en.js';
import { en as reader } from './reader.en.js';
import { en as saves } from './saves.en.js';
import { en as shell } from './shell.en.js';

const failures: Readonly<Record<CoreCode, Sentence>> = core;

/** The English of the catalogs that a learner's first visit needs, in one file for those who read English. */
export const english = { failures, forPublic, learn, reader, saves, shell };
