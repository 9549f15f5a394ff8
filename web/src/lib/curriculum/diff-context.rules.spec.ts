import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inContext, marked } from './diff-context.rules.ts';

const long = 'one two three '.repeat(20);

test('a change keeps the words beside it, and what is far from it becomes a sign', () => {
  const [before, added, after] = inContext(
    [
      { op: 'same', text: long },
      { op: 'added', text: 'NEW' },
      { op: 'same', text: long },
    ],
    'en',
  );
  assert.ok(before!.text.startsWith('… ') && before!.text.endsWith('three '));
  assert.ok(before!.text.length < 70);
  assert.equal(added!.text, 'NEW');
  assert.ok(after!.text.startsWith('one two') && after!.text.endsWith(' …'));
});

test('what stands between two changes keeps both of its ends', () => {
  const [, between] = inContext(
    [
      { op: 'removed', text: 'a' },
      { op: 'same', text: long },
      { op: 'added', text: 'b' },
    ],
    'en',
  );
  assert.ok(between!.text.startsWith('one two') && between!.text.endsWith('three '));
});

test('a short passage, and a whole text that is the same, stay as they are', () => {
  const short = [
    { op: 'same' as const, text: 'A border is ' },
    { op: 'added' as const, text: 'a line' },
  ];
  assert.deepEqual(inContext(short, 'en'), short);
  assert.equal(inContext([{ op: 'same', text: long }], 'en')[0]!.text, long);
});

test('Lao is cut between words, never before a vowel or tone mark', () => {
  const lao = 'ຊາຍແດນແມ່ນເສັ້ນໃນແຜນທີ່ທີ່ສອງລັດໄດ້ແຕ້ມ'.repeat(8);
  const [before] = inContext(
    [
      { op: 'same', text: lao },
      { op: 'added', text: 'ໃໝ່' },
    ],
    'lo',
  );
  assert.ok(before!.text.length < 80);
  assert.doesNotMatch(before!.text, /… [\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]/);
});

test('a mark stands around words and not around the lines before and behind them', () => {
  for (const [text, before, core, after] of [
    ['\n\nA new line.\n', '\n\n', 'A new line.', '\n'],
    ['word', '', 'word', ''],
    ['two words ', '', 'two words', ' '],
    ['\n', '', '\n', ''],
  ] as const)
    assert.deepEqual(marked(text), { before, core, after });
});
