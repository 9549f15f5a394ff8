import { changed, type Change } from './sample-curriculum.js';

const english = 'modules/02-persons/module.md';
const usual = changed({})[english]!;

/**
 * The sample with a kind of class of its own: traditional posts leave out the ten minutes of *why*, and spend twenty-five on boats.
 * The module takes 30 minutes as usual, and 45 there.
 */
export const withTraditionalPosts: Readonly<Record<string, Change>> = {
  'curriculum.yaml': [
    'modules: [02-persons]',
    'variants:\n  - { id: traditional, title: { en: Traditional posts, lo: ດ່ານປະເພນີ } }\nmodules: [02-persons]',
  ],
  [english]: usual
    .replace('{#why minutes=10}', '{#why minutes=10 skip=traditional}')
    .replace('## Cases', '## Boats {#boats minutes=25 only=traditional}\n\nA boat lands at night.\n\n## Cases'),
};
