import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTab, namesPeople, twice } from './steps.rules.ts';

const counts = { new: 0, update: 0, unchanged: 0, duplicate: 0, error: 0 };

test('what needs a person is opened first', () => {
  assert.equal(firstTab({ ...counts, new: 90, duplicate: 2, error: 1 }), 'error');
  assert.equal(firstTab({ ...counts, new: 90, duplicate: 2 }), 'duplicate');
  assert.equal(firstTab({ ...counts, unchanged: 3 }), 'unchanged');
  assert.equal(firstTab(counts), 'new');
});

test('a field is read from one column; the second that claims it is told', () => {
  assert.deepEqual(twice(['rank', '', 'sex', 'rank', '']), [false, false, false, true, false]);
});

test('a list needs a Lao name, or a service number of people on record', () => {
  assert.equal(namesPeople(['givenNameEn', 'rank']), false);
  assert.equal(namesPeople(['serviceNumber', 'phone']), true);
  assert.equal(namesPeople(['fullNameLo']), true);
});
