import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf } from './beginning.rules.ts';

const nothing = { people: 1, trainers: 0, donors: 0, projects: 0, courses: 0 };
const nextOf = (found: Partial<typeof nothing>) =>
  stepsOf({ ...nothing, ...found }).find(({ state }) => state === 'next')?.key;

test('an administrator who is alone begins with the people', () => {
  assert.equal(nextOf({}), 'people');
});

test('each thing that is there leads to the next, and the last is always the class', () => {
  assert.equal(nextOf({ people: 40 }), 'trainer');
  assert.equal(nextOf({ people: 40, trainers: 2 }), 'donor');
  assert.equal(nextOf({ people: 40, trainers: 2, donors: 1 }), 'project');
  assert.equal(nextOf({ people: 40, trainers: 2, donors: 1, projects: 1 }), 'course');
  assert.equal(nextOf({ people: 40, trainers: 2, donors: 1, projects: 1, courses: 1 }), 'cohort');
});

test('what was done out of order stays done', () => {
  const states = stepsOf({ ...nothing, donors: 1 }).map(({ state }) => state);
  assert.deepEqual(states, ['next', 'later', 'done', 'later', 'later', 'later']);
});
