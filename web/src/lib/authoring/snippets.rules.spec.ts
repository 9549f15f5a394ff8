import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshId, placeFor, snippet } from './snippets.rules.ts';

const words = { title: 'Title', text: 'Text', steps: '1. Step', alt: 'What it shows' };

test('a new block has an id that the file does not use', () => {
  assert.equal(freshId('', 'case'), 'case');
  assert.equal(freshId(':::case{#case title="x"}\n:::\n:::case{#case-2 title="y"}\n:::', 'case'), 'case-3');
});

test('what is to be typed over is selected', () => {
  const { text, from, to } = snippet('activity', '{#activity}', words);
  assert.match(text, /^:::activity\{#activity-2 title="Title" minutes=10\}\n1\. Step\n:::\n$/);
  assert.equal(text.slice(from, to), 'Title');
  assert.equal(snippet('picture', '', words, 'map.svg').text, '![What it shows](images/map.svg)\n');
  assert.equal(snippet('question', '', words, 'M02-p1').text, '::question{id=M02-p1}\n');
});

test('a block goes behind the block or the paragraph of the cursor, never into it', () => {
  const lines = [
    '---',
    'x: 1',
    '---',
    '## A {#a minutes=5}',
    '',
    'One',
    'two',
    '',
    ':::case{#c title="x"}',
    'text',
    ':::',
    '',
  ];
  for (const [line, place] of [
    [1, 4],
    [4, 4],
    [6, 7],
    [9, 11],
    [10, 11],
    [12, 12],
  ] as const)
    assert.equal(placeFor(lines, line, 'case'), place, `line ${line}`);
});

test('a section goes before the next one', () => {
  const lines = ['---', '---', '## A {#a minutes=5}', '', 'One', '', '## B {#b minutes=5}', 'Two'];
  for (const [line, place] of [
    [1, 6],
    [5, 6],
    [8, 8],
  ] as const)
    assert.equal(placeFor(lines, line, 'section'), place, `line ${line}`);
});
