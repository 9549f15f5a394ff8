import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOfField, reprints } from './changes.rules.ts';

test('printed things are told once with their languages', () => {
  const reprint = (['lo', 'en'] as const).map((locale) => ({ product: 'handbook' as const, locale }));
  assert.deepEqual(reprints({ reprint }), [{ product: 'handbook', locales: ['lo', 'en'] }]);
});

test('a text inside a question is named by its kind', () => {
  for (const [name, kind] of [
    ['prompt', 'prompt'],
    ['options.a', 'options'],
    ['parts.element.options.b', 'options'],
  ] as const)
    assert.equal(kindOfField(name), kind);
});
