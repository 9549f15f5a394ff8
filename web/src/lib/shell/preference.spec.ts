import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath, pathBehindDoor } from './preference.ts';

test('a form may send a person on to a page of this site only', () => {
  assert.equal(ownPath('/learn/lessons?m=2#part'), '/learn/lessons?m=2#part');
  for (const elsewhere of ['//evil.test', '/\\evil.test', 'https://evil.test', 'learn', '', '/a b', '/a\\b', null]) {
    assert.equal(ownPath(elsewhere), null, String(elsewhere));
  }
});

test('signing in leads on to where a person wanted to go, and never back to the door', () => {
  assert.equal(pathBehindDoor('/learn/lessons?m=2'), '/learn/lessons?m=2');
  assert.equal(pathBehindDoor('/sign-in-help'), '/sign-in-help');
  for (const door of ['/sign-in', '/sign-in?next=%2Flearn', '/sign-in/', '/sign-in#main', 'https://evil.test'])
    assert.equal(pathBehindDoor(door), null, door);
});
