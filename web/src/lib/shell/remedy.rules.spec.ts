import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remedyFor } from './remedy.rules.ts';

test('what a person can do follows from the code, or else from the status', () => {
  for (const [status, code, remedy] of [
    [0, 'http.offline', 'offline'],
    [401, 'access.sign_in_refused', 'correct'],
    [401, 'access.session_missing', 'signIn'],
    [409, 'draft.file_changed', 'conflict'],
    [409, 'draft.file_exists', 'correct'],
    [409, 'access.user_name_taken', 'correct'],
    [418, 'http.unknown', 'unexpected'],
  ] as const)
    assert.equal(remedyFor(status, code), remedy);
});
