import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModuleChange } from '../curriculum/changes.rules.ts';
import { shownOf } from './comparison.rules.ts';

const field = (locale: 'en' | 'lo') => ({ name: 'text', locale, pieces: [] });
const module = {
  code: 'M02',
  title: { en: 'x', lo: null },
  state: 'changed',
  class: 'assessment',
  facts: [{ code: 'question.marking', about: 'M02-p1', class: 'assessment', before: null, after: null }],
  units: [
    { id: 'why', kind: 'block', trainerOnly: true, state: 'changed', class: 'teaching', fields: [field('en')] },
    {
      id: 'title',
      kind: 'title',
      trainerOnly: false,
      state: 'changed',
      class: 'wording',
      fields: [field('en'), field('lo')],
    },
  ],
} satisfies ModuleChange;
const all = { locale: 'both', seen: false, class: null } as const;
const ids = (shown: ModuleChange | null) => shown?.units.map(({ id }) => id);

test('what a trainer alone reads is left out for a participant', () => {
  assert.deepEqual(ids(shownOf(module, all)), ['why', 'title']);
  assert.deepEqual(ids(shownOf(module, { ...all, seen: true })), ['title']);
});

test('one language leaves out what changed in the other only', () => {
  const shown = shownOf(module, { ...all, locale: 'lo' });
  assert.deepEqual(ids(shown), ['title']);
  assert.equal(shown?.units[0]?.fields.length, 1);
});

test('one class leaves out the others, and a module without any', () => {
  assert.deepEqual(ids(shownOf(module, { ...all, class: 'wording' })), ['title']);
  assert.equal(shownOf(module, { ...all, class: 'structure' }), null);
  assert.equal(shownOf(module, { ...all, class: 'assessment' })?.facts.length, 1);
});
