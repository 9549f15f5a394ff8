import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seriesOf, slugOf } from './suggested-names.rules.ts';

const cases: readonly [title: string, code: string, series: string][] = [
  ['Health at the border', 'health-at-the-border', 'HB'],
  ['Refresher', 'refresher', 'REF'],
  ['  3 days: Détection & response!', '3-days-detection-response', 'DDR'],
  ['ສຸຂະພາບ', '', ''],
  ['X', 'x', ''],
];

for (const [title, code, series] of cases)
  test(`“${title}” suggests a code and a series`, () => {
    assert.equal(slugOf(title), code);
    assert.equal(seriesOf(title), series);
  });

test('a code that is cut does not end with a hyphen', () => {
  assert.equal(slugOf('a title of words', 8), 'a-title');
});
