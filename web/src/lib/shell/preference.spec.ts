import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath } from './preference.ts';

test('a form may send a person on to a page of this site only', () => {
  assert.equal(ownPath('/learn/lessons?m=2#part'), '/learn/lessons?m=2#part');
  for (const elsewhere of ['//evil.test', '/\\evil.test', 'https://evil.test', 'learn', '', '/a b', '/a\\b', null]) {
    assert.equal(ownPath(elsewhere), null, String(elsewhere));
  }
});
