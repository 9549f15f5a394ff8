import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as devalue from 'devalue';
import { parse, stringify, unflatten } from './plain-devalue.ts';

const flattened = (value: unknown) => JSON.parse(devalue.stringify(value));

const sent: readonly (readonly [what: string, value: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['an answer of the API', { id: 'a', seats: 20, free: 0, open: true, note: null, days: ['2026-10-12'], team: [] }],
  ['what an action could not do', { name: 'T1001', missing: { name: false, secret: true }, failure: undefined }],
  ['lists in lists', [[1, 2], [], [[{ at: -1.5 }]]]],
  ['texts that look like places', { '0': '1', word: '-1' }],
];

for (const [what, value] of sent) {
  test(`${what} arrives as the server sent it`, () => assert.deepEqual(unflatten(flattened(value)), value));
}

test('the same thing sent twice arrives twice', () => {
  const person = { name: 'Noy' };
  assert.deepEqual(unflatten(flattened([person, person])), [person, person]);
});

for (const [what, value] of [
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a number that JSON has not', Number.NaN],
] as const) {
  test(`${what} is no plain data and is refused, not misread`, () => {
    assert.throws(() => unflatten(flattened({ value })), /No plain data/);
  });
}

test('a draft that was left is found again as it was', () => {
  const draft = { course: 'x', days: ['2026-10-12'], team: null };
  assert.deepEqual(parse(stringify(draft)), draft);
});

test('no draft is no error', () => {
  assert.equal(parse(stringify(undefined)), null);
});
