import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from './ids.rules.ts';
import { batch, pause, sorted, type Fact } from './sending.rules.ts';

const fact = (n: number, payload: Record<string, unknown> = {}): Fact => ({
  id: `f${n}`,
  kind: 'answer.saved',
  actor: 'a',
  cohort: 'c',
  deviceSeq: n,
  occurredAt: '2026-10-12T02:00:00.000Z',
  payload,
});

test('a batch is the first facts in order, no more than the server takes', () => {
  const waiting = Array.from({ length: 400 }, (_, n) => fact(n));
  assert.equal(batch(waiting).length, 150);
  assert.deepEqual(
    batch(waiting, 2).map(({ id }) => id),
    ['f0', 'f1'],
  );
  assert.deepEqual(batch([]), []);
});

test('a batch stays small in bytes, but one large fact goes alone', () => {
  const large = Array.from({ length: 10 }, (_, n) => fact(n, { text: 'ກ'.repeat(20_000) }));
  assert.equal(batch(large).length, 3);
  assert.equal(batch([fact(1, { text: 'x'.repeat(100_000) }), fact(2)]).length, 1);
});

test('the pause doubles up to a minute and is spread', () => {
  assert.deepEqual(
    [1, 2, 3, 10].map((failures) => pause(failures, 0.5)),
    [1000, 2000, 4000, 60_000],
  );
  assert.equal(pause(1, 0), 750);
});

test('stored facts leave, refused ones stay with their reason, unanswered ones are sent again', () => {
  const answer = sorted(
    [fact(1), fact(2), fact(3), fact(4), fact(5)],
    [
      { id: 'f1', verdict: 'accepted', code: null },
      { id: 'f2', verdict: 'refused', code: 'attempt.submitted' },
      { id: 'f3', verdict: 'accepted', code: 'answer.late' },
      { id: 'f5', verdict: 'refused', code: 'fact.of_another_person' },
    ],
  );
  assert.deepEqual(answer, {
    done: ['f1', 'f3'],
    refused: [{ id: 'f2', code: 'attempt.submitted' }],
    remarks: [{ id: 'f3', code: 'answer.late' }],
    again: ['f4', 'f5'],
  });
});

test('an id made later sorts later, and is a UUID of version 7', () => {
  const random = new Uint8Array(16).fill(0xff);
  const [a, b] = [
    uuidv7(Date.parse('2026-10-12T02:00:00Z'), random),
    uuidv7(Date.parse('2026-10-12T02:00:01Z'), new Uint8Array(16)),
  ];
  assert.match(a, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(a < b);
});
