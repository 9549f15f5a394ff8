import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelOf, tilePlace } from './tiles.rules.ts';

const IDS = 'PH LM OU HO BK LP XI XA VI XS VT BL KH SV SL XE CH AT'.split(' ').map((code) => `LA-${code}`);

test('all eighteen provinces have a place of their own', () => {
  const places = new Set(IDS.map((id) => JSON.stringify(tilePlace(id))));
  assert.equal(places.size, 18);
  assert.ok(!places.has('null'));
});

test('a province nobody has placed yet has no tile', () => assert.equal(tilePlace('LA-XX'), null));

test('the colour follows the share, and nobody posted is no zero', () => {
  const cases = [
    [0, 0, 'none'],
    [0, 8, 'zero'],
    [2, 8, 'low'],
    [3, 8, 'mid'],
    [4, 8, 'mid'],
    [5, 8, 'high'],
  ] as const;
  for (const [certified, posted, level] of cases) assert.equal(levelOf({ certified, posted }), level);
});
