import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headLines, listed, marked, tableOf } from './text-marks.rules.ts';

/** The text with the selection in brackets, before and after. */
function pressed(shown: string, mark: '**' | '*'): string {
  const from = shown.indexOf('[');
  const to = shown.indexOf(']') - 1;
  const text = shown.replace(/[[\]]/g, '');
  const edit = marked(text, from, to, mark, 'text');
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const [start, end] = edit.select;
  return `${after.slice(0, start)}[${after.slice(start, end)}]${after.slice(end)}`;
}

const presses: readonly [shown: string, mark: '**' | '*', after: string][] = [
  ['ask [open] questions', '**', 'ask **[open]** questions'],
  ['ask **[open]** questions', '**', 'ask [open] questions'],
  ['ask [**open**] questions', '**', 'ask [open] questions'],
  ['ask[ open ]questions', '**', 'ask **[open]** questions'],
  ['ask **[open]** questions', '*', 'ask ***[open]*** questions'],
  ['ask ***[open]*** questions', '**', 'ask *[open]* questions'],
  ['ask *[open]* questions', '*', 'ask [open] questions'],
  ['ask [] questions', '**', 'ask **[text]** questions'],
];
for (const [shown, mark, after] of presses)
  test(`${mark} pressed at “${shown}”`, () => assert.equal(pressed(shown, mark), after));

test('lines become the entries of a list, of another kind, and lines again', () => {
  const lines = ['Greet', '', '  Ask'];
  const bullets = ['- Greet', '', '  - Ask'];
  assert.deepEqual(listed(lines, 'bullets'), bullets);
  assert.deepEqual(listed(bullets, 'numbers'), ['1. Greet', '', '  2. Ask']);
  assert.deepEqual(listed(bullets, 'bullets'), lines);
  assert.deepEqual(listed([''], 'bullets'), ['- ']);
});

test('a table has a head and a row, and its first title is selected', () => {
  const { text, from, to } = tableOf({ title: 'Title', text: 'Text' });
  assert.equal(text, '| Title | Title |\n| --- | --- |\n| Text | Text |\n');
  assert.equal(text.slice(from, to), 'Title');
});

test('the head of a module ends with its second fence', () => {
  assert.equal(headLines(['---', 'code: M01', '---', '', '## Why']), 3);
  assert.equal(headLines(['## Why']), 0);
  assert.equal(headLines(['---', 'code: M01']), 0);
});
