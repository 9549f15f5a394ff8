import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName } from './file-names.rules.ts';

const words = {
  outlineFile: 'Outline',
  fileKinds: { tests: 'Test', blueprints: 'Blueprint', rubrics: 'Rubric', surveys: 'Survey' },
  fileParts: { english: 'English', lao: 'Lao', questions: 'Questions', record: 'Record', picture: 'Picture' },
};
const modules = [{ folder: '01-a', code: 'M01', title: { en: 'Hygiene', lo: 'ສຸຂະອະນາໄມ' } }];
const cases: readonly [path: string, language: 'lo' | 'en', name: string][] = [
  ['curriculum.yaml', 'en', 'Outline'],
  ['tests/post-test.yaml', 'en', 'Test: post-test'],
  ['modules/01-a/module.lo.md', 'en', 'M01 Hygiene · Lao'],
  ['modules/01-a/questions.yaml', 'lo', 'M01 ສຸຂະອະນາໄມ · Questions'],
  ['modules/01-a/images/map.svg', 'en', 'M01 Hygiene · Picture map.svg'],
  ['modules/02-b/module.md', 'en', '02-b · English'],
  ['README.md', 'en', 'README.md'],
];

for (const [path, language, name] of cases)
  test(`${path} is called “${name}”`, () => assert.equal(fileName(path, modules, words, language), name));
