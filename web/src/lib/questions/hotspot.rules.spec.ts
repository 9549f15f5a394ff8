import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAt } from './hotspot.rules.ts';

const places = [
  { id: 'page', at: [0, 0, 400, 300] },
  { id: 'photo', at: [20, 40, 100, 120] },
  { id: 'dot', at: [500, 100, 6, 6] },
] as const;

test('a tap means the smallest place around it, or the nearest within the reach of a finger', () => {
  const cases: readonly (readonly [string, number, number, string | null])[] = [
    ['in the photograph, which lies on the page', 60, 80, 'photo'],
    ['on the page beside it', 300, 200, 'page'],
    ['on the edge', 120, 160, 'photo'],
    ['near a place as small as a dot', 490, 110, 'dot'],
    ['far from all', 460, 280, null],
  ];
  for (const [where, x, y, expected] of cases) assert.equal(placeAt(places, x, y, 20), expected, where);
});
