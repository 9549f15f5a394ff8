import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, nudged } from './spot-drawing.rules.ts';

const page = { x: 0, y: 0, width: 400, height: 300 };

test('a rectangle is drawn from any corner and stays on the picture', () => {
  assert.deepEqual(between([50, 60], [20, 10], page), [20, 10, 30, 50]);
  assert.deepEqual(between([390, 290], [500, 500], page), [390, 290, 10, 10]);
  assert.equal(between([10, 10], [12, 12], page), null);
});

test('the arrow keys move a rectangle to the edge and no further, and change its size', () => {
  assert.deepEqual(nudged([0, 0, 40, 40], -5, 5, false, page), [0, 5, 40, 40]);
  assert.deepEqual(nudged([360, 0, 40, 40], 5, 0, false, page), [360, 0, 40, 40]);
  assert.deepEqual(nudged([10, 10, 8, 8], -20, 4, true, page), [10, 10, 4, 12]);
});
