import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingPieces, pieceAt, piecesOf, withPiece } from './pieces.rules.ts';

const english = `---
code: M02
---

## Why {#why minutes=10}

Talk.

:::trainer{#why-notes}
Say this.
:::

After the notes.

## What {#what minutes=5}

::question{id=M02-p1}
`;
const lao = `---
title: ກ
---

## ເປັນຫຍັງ {#why minutes=10}

ເວົ້າ.
`;

test('a file is its front matter, its sections, its blocks and its questions, in order', () => {
  assert.deepEqual(
    piecesOf(english).map(({ id, kind, from, to }) => [id, kind, from, to]),
    [
      ['head', 'head', 1, 4],
      ['why', 'section', 5, 8],
      ['why-notes', 'block', 9, 11],
      ['why-notes+', 'section', 13, 14],
      ['what', 'section', 15, 16],
      ['M02-p1', 'question', 17, 17],
    ],
  );
});

test('a line belongs to the piece it lies in', () => {
  const pieces = piecesOf(english);
  for (const [line, id] of [
    [2, 'head'],
    [7, 'why'],
    [10, 'why-notes'],
    [16, 'what'],
  ] as const)
    assert.equal(pieceAt(pieces, line)?.id, id);
});

test('what has no Lao yet is told, and comes into its place', () => {
  const pieces = piecesOf(english);
  assert.deepEqual(
    missingPieces(pieces, piecesOf(lao)).map(({ id }) => id),
    ['why-notes', 'what', 'M02-p1'],
  );
  const { text, line } = withPiece(lao, pieces, 'why-notes');
  assert.equal(text.split('\n')[line - 1], ':::trainer{#why-notes}');
  assert.deepEqual(
    missingPieces(pieces, piecesOf(text)).map(({ id }) => id),
    ['what', 'M02-p1'],
  );
  const further = withPiece(text, pieces, 'what').text;
  assert.ok(further.indexOf('{#what') > further.indexOf('{#why-notes'));
});

test('a block that is never closed reaches to the end', () => {
  assert.equal(piecesOf(':::case{#c title="x"}\na\nb').at(-1)?.to, 3);
});
