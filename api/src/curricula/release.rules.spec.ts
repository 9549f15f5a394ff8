import { expect, test } from '@jest/globals';
import { release } from './release.rules.js';

const published = [
  { id: 'a', version: '0.9.0', contentHash: 'old' },
  { id: 'b', version: '0.10.0', contentHash: 'last' },
];

test.each([
  ['the first version of a curriculum', '0.0.1', 'x', [], 'new'],
  ['a greater number with other content', '0.11.0', 'x', published, 'new'],
  ['the same content under the same number', '0.10.0', 'last', published, 'already'],
  ['the same content under a new number', '0.11.0', 'last', published, 'already'],
  ['the content of an older version', '0.9.0', 'old', published, 'already'],
  ['other content under a number that is taken', '0.10.0', 'x', published, 'taken'],
  ['a number between two published ones', '0.9.5', 'x', published, 'not-greater'],
  ['a draft of the last version', '0.10.0-draft.1', 'x', published, 'not-greater'],
] as const)('%s', (_name, version, hash, before, verdict) => {
  expect(release(version, hash, before).verdict).toBe(verdict);
});
