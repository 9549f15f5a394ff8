import type { components } from '#lib/api/schema.js';

/** A question of a lesson, in one language and with what marks it. */
export type PracticeQuestion = components['schemas']['PracticeQuestion'];
/** A question of a case. */
export type PracticePart = components['schemas']['PracticePart'];
