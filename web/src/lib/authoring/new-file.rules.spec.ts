import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedOf, suggestion } from './new-file.rules.ts';

test('a path of a list tells its list and its code', () => {
  for (const [path, listed] of [
    ['tests/post-test.yaml', { list: 'tests', code: 'post-test' }],
    ['surveys/reaction.yaml', { list: 'surveys', code: 'reaction' }],
    ['curriculum.yaml', null],
    ['notes/a.yaml', null],
    ['tests/NOTES.md', null],
    ['modules/01-a/questions.yaml', null],
  ] as const)
    assert.deepEqual(listedOf(path), listed);
});

test('a name is suggested that no file of the list has', () => {
  const paths = ['tests/pre-test.yaml', 'tests/post-test.yaml', 'tests/post-test-2.yaml', 'surveys/main.yaml'];
  for (const [list, purpose, code] of [
    ['tests', 'pre-test', 'pre-test-2'],
    ['tests', 'post-test', 'post-test-3'],
    ['blueprints', 'pre-test', 'main'],
    ['rubrics', 'pre-test', 'teach-back'],
  ] as const)
    assert.equal(suggestion(list, purpose, paths).code, code);
});
