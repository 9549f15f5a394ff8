import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainNames } from './plain-names.rules.ts';

const names = { prompt: 'Question', objective: 'Objective', en: 'English', lo: 'Lao' };
const cases: readonly [says: string, shown: string][] = [
  ['“prompt.en” must not be empty.', '“Question, English” must not be empty.'],
  ['“text.lo” is too long.', '“Lao” is too long.'],
  ['“questions.objective” must be the module code.', '“Objective” must be the module code.'],
  ['There is no field called “colour”.', 'There is no field called “colour”.'],
  ['The question “M01-p1” has no key.', 'The question “M01-p1” has no key.'],
];

for (const [says, shown] of cases)
  test(`a form reads “${says}” with its own names`, () => assert.equal(plainNames(says, names), shown));
