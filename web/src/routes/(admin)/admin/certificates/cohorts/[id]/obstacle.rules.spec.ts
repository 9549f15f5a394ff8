import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupOf, reasonsOf, unprintedBatches } from './obstacle.rules.ts';

const sentences = {
  cohort_not_closed: 'open',
  no_seat: 'no seat',
  already_issued: 'has one',
  never_present: 'never there',
  attendance_low: (attended: number, of: number, needed: string) => `${attended}/${of} < ${needed}`,
  test_not_taken: 'no test',
  test_not_passed: (reached: string, needed: string) => `${reached} < ${needed}`,
};
const percent = (share: number) => `${Math.round(share * 100)} %`;
const given = (batchId: string, ready: boolean) => ({
  certificate: { id: 'c', number: 'N', kind: 'completion' as const, issuedOn: '2026-10-12', batchId, ready },
});

test('each reason says what was reached and what is needed', () => {
  const person = {
    obstacles: ['attendance_low', 'test_not_passed'] as const,
    attendance: { attended: 4, of: 6, percent: 66.7 },
    postTest: { percent: 40, passed: false },
  };
  const needs = { requiredPercent: 80, passPercent: 70 };
  assert.deepEqual(reasonsOf({ ...person, obstacles: [...person.obstacles] }, needs, sentences, percent), [
    '4/6 < 80 %',
    '40 % < 70 %',
  ]);
});

test('a person stands with those who have a certificate, whatever else they might be given', () => {
  assert.equal(groupOf({ ...given('b', true), mayReceive: null }), 'issued');
  assert.equal(groupOf({ certificate: null, mayReceive: 'attendance' }), 'attendance');
  assert.equal(groupOf({ certificate: null, mayReceive: null }), 'none');
});

test('a batch is followed once, while something of it is unprinted', () => {
  assert.deepEqual(unprintedBatches([given('a', true), given('b', false), given('b', false), { certificate: null }]), [
    'b',
  ]);
});
