import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FilePart, partOf } from './module-files.rules.ts';

const cases: readonly [path: string, part: FilePart][] = [
  ['curriculum.yaml', { kind: 'outline' }],
  ['modules/01-a/module.md', { kind: 'english', folder: '01-a', name: 'module.md' }],
  ['modules/01-a/module.lo.md', { kind: 'lao', folder: '01-a', name: 'module.lo.md' }],
  ['modules/01-a/questions.yaml', { kind: 'questions', folder: '01-a', name: 'questions.yaml' }],
  ['modules/01-a/translation.lo.yaml', { kind: 'record', folder: '01-a', name: 'translation.lo.yaml' }],
  ['modules/01-a/images/map.svg', { kind: 'picture', folder: '01-a', name: 'map.svg' }],
  ['modules/01-a/NOTES.md', { kind: 'other' }],
  ['tests/post-test.yaml', { kind: 'listed', list: 'tests', code: 'post-test' }],
  ['README.md', { kind: 'other' }],
];

for (const [path, part] of cases) test(`${path} is ${part.kind}`, () => assert.deepEqual(partOf(path), part));
