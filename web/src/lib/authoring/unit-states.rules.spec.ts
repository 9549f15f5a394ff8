import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byUrgency, nextUnit } from './unit-states.rules.ts';

const units = [
  { unit: 'title', state: 'current' },
  { unit: 'why', state: 'missing' },
  { unit: 'what', state: 'stale' },
  { unit: 'how', state: 'unrecorded' },
] as const;

test('what is out of date comes first, what is in order last', () => {
  assert.deepEqual(
    byUrgency(units).map(({ unit }) => unit),
    ['what', 'why', 'how', 'title'],
  );
});

test('saving leads to the next text that wants work, around the end', () => {
  assert.equal(nextUnit(units, 'why'), 'what');
  assert.equal(nextUnit(units, 'how'), 'why');
  assert.equal(nextUnit([{ unit: 'a', state: 'current' }], 'a'), null);
});
