import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdersOf, keyOf, keysBetween, placeOf, takenUp, waitingIn } from './typed-keys.rules.ts';

const [draft, file] = ['0f9a', 'modules/02-persons/module.md'];
const entry = (tab: string, at: number) => ({ key: keyOf(draft, file, tab), at });
const both = [entry('one', 1), entry('two', 2)];

test('two tabs keep the same file in two places', () => {
  assert.notEqual(keyOf(draft, file, 'one'), keyOf(draft, file, 'two'));
  assert.deepEqual(placeOf(keyOf(draft, file, 'one')), { draft, path: file, tab: 'one' });
});

test('a tab goes on with its own text, also where another has a newer one', () => {
  assert.equal(takenUp(both, 'one', new Set(['one', 'two'])), keyOf(draft, file, 'one'));
  assert.equal(takenUp(both, 'one', new Set()), keyOf(draft, file, 'one'));
});

test('what another tab holds that is open stays with it', () => {
  assert.equal(takenUp(both, 'three', new Set(['one', 'two', 'three'])), null);
});

test('a file names the tabs that keep something of it', () => {
  const keys = [...both.map(({ key }) => key), keyOf(draft, 'NOTES.md', 'three'), `${draft} ${file}`];
  assert.deepEqual(holdersOf(keys, draft, file), ['one', 'two']);
});

test('what closed tabs left is taken up, the newest first, and the rest after it', () => {
  const living = new Set(['three']);
  assert.equal(takenUp(both, 'three', living), keyOf(draft, file, 'two'));
  assert.equal(takenUp([both[0]!], 'three', living), keyOf(draft, file, 'one'));
  assert.equal(takenUp([...both, { key: `${draft} ${file}`, at: 3 }], 'three', living), `${draft} ${file}`);
});

test('a file that begins like another is another', () => {
  const [least, greatest] = keysBetween(draft, 'NOTES.md');
  for (const path of ['NOTES.md ', 'NOTES.md.md', 'NOTES.m'])
    assert.ok(keyOf(draft, path, 'one') < least || keyOf(draft, path, 'one') > greatest, path);
  for (const key of [`${draft} NOTES.md`, keyOf(draft, 'NOTES.md', 'one')])
    assert.ok(key >= least && key <= greatest, key);
});

test('the draft names each file in which something waits once, and none that is being written in another tab', () => {
  const keys = [...both.map(({ key }) => key), keyOf('other', file, 'one'), keyOf(draft, 'NOTES.md', 'two')];
  assert.deepEqual(waitingIn(keys, draft, 'three', new Set(['three'])), [file, 'NOTES.md']);
  assert.deepEqual(waitingIn(keys, draft, 'three', new Set(['two', 'three'])), [file]);
  assert.deepEqual(waitingIn(keys, draft, 'two', new Set(['one', 'two'])), [file, 'NOTES.md']);
});
