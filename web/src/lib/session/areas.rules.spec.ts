import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areasOf, homeOf } from './areas.rules.ts';

test('a person starts where their widest role works', () => {
  assert.equal(homeOf({ roles: ['trainee'] }), '/learn');
  assert.equal(homeOf({ roles: ['trainer'] }), '/teach');
  assert.equal(homeOf({ roles: ['trainer', 'administrator'] }), '/admin');
  assert.equal(homeOf({ roles: ['observer'] }), '/admin');
});

test('a trainer who once learned has both areas', () => {
  assert.deepEqual(areasOf({ roles: ['trainee', 'trainer'] }), ['teach', 'learn']);
});

test('a person without a role can still sign in and sees the learner’s area', () => {
  assert.deepEqual(areasOf({ roles: [] }), ['learn']);
});
