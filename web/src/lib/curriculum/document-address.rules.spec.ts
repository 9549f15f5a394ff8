import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentAddress } from './document-address.rules.ts';

const handbook = { product: 'handbook', locale: 'lo', test: null, form: null, needsDates: false };
const agenda = { ...handbook, product: 'agenda', needsDates: true };
const none = { cohort: null, start: '', time: '', variant: '' };

test('a book needs a language and no more', () => {
  assert.equal(documentAddress('v1', handbook, none), '/api/v1/versions/v1/products/handbook?locale=lo');
});

test('a book may be for a kind of class, a paper is for a test and its form', () => {
  const traditional = { ...none, variant: 'traditional' };
  assert.match(documentAddress('v1', handbook, traditional)!, /variant=traditional/);
  const paper = { ...handbook, product: 'paper', test: 'post-test', form: 'B' };
  assert.equal(
    documentAddress('v1', paper, traditional),
    '/api/v1/versions/v1/products/paper?locale=lo&test=post-test&form=B',
  );
});

test('a book for a class is of the kind that the class is, whatever was chosen', () => {
  const ofClass = { ...none, cohort: 'c1', variant: 'traditional' };
  assert.equal(documentAddress('v1', handbook, ofClass), '/api/v1/versions/v1/products/handbook?locale=lo&cohort=c1');
  const paper = { ...handbook, product: 'paper', test: 'post-test', form: 'A' };
  assert.doesNotMatch(documentAddress('v1', paper, ofClass)!, /cohort/);
});

test('an agenda waits for its days, or takes those of a class', () => {
  assert.equal(documentAddress('v1', agenda, none), null);
  assert.match(
    documentAddress('v1', agenda, { ...none, start: '2026-12-01', time: '09:00' })!,
    /start=2026-12-01&time=09%3A00/,
  );
  assert.match(documentAddress('v1', agenda, { ...none, cohort: 'c1' })!, /cohort=c1$/);
});
