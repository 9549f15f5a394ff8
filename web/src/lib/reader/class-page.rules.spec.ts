import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindsIn, ofClass } from './class-page.rules.ts';

const page = {
  code: 'M07',
  sections: [
    { id: 'what', only: null, skip: null, blocks: [{ id: 'a', only: 'traditional', skip: null }, { id: 'question' }] },
    { id: 'sizes', only: null, skip: 'traditional', blocks: [] },
    { id: 'boats', only: 'traditional', skip: null, blocks: [] },
  ],
} as unknown as Parameters<typeof ofClass>[0];
const parts = (variant: string | null | undefined) =>
  ofClass(page, variant).sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)]);

for (const [kind, expected] of [
  [null, ['what', 'question', 'sizes']],
  ['traditional', ['what', 'a', 'question', 'boats']],
  ['airport', ['what', 'question', 'sizes']],
  [undefined, ['what', 'a', 'question', 'sizes', 'boats']],
] as const)
  test(`a class of kind ${kind} has ${expected.join(', ')}`, () => assert.deepEqual(parts(kind), expected));

test('the kinds that a page tells apart are named once', () => {
  assert.deepEqual(kindsIn(page), ['traditional']);
});

test('the page that is kept stays whole', () => {
  ofClass(page, 'traditional');
  assert.equal(page.sections.length, 3);
});
