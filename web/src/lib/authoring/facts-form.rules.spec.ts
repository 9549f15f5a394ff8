import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, isSame, linesOf, merged, nextObjectiveId, proposedSourceId } from './facts-form.rules.ts';

const facts: Facts = {
  title: { en: 'Persons', lo: 'ບຸກຄົນ' },
  minutes: 30,
  objectives: [{ id: 'M02.1', text: { en: 'Tell an act', lo: '' } }],
  methods: [{ en: 'short talk', lo: 'ບັນຍາຍ' }],
  materials: [],
  sources: [{ id: 'tip-protocol', text: 'Protocol of 2000' }],
  state: 'draft',
};
const mine: Facts = { ...facts, minutes: 45 };
const cards = [{ en: 'cards', lo: '' }];

const meetings: [string, Partial<Facts>, Facts, string[]][] = [
  ['what somebody else changed comes in', { state: 'complete' }, { ...mine, state: 'complete' }, []],
  ['the same change is no clash', { minutes: 45 }, mine, []],
  ['where both changed a field, mine stands and the field is named', { minutes: 60 }, mine, ['minutes']],
  ['of two fields one clashes', { minutes: 60, materials: cards }, { ...mine, materials: cards }, ['minutes']],
];
for (const [name, theirs, expected, clashes] of meetings)
  test(name, () => assert.deepEqual(merged(facts, mine, { ...facts, ...theirs }), { facts: expected, clashes }));

const changes: [string, Partial<Facts>, boolean][] = [
  ['spaces change nothing', { title: { en: ' Persons', lo: 'ບຸກຄົນ ' } }, true],
  ['a line with nothing in it changes nothing', { materials: [{ en: ' ', lo: '' }] }, true],
  ['another word is a change', { title: { en: 'People', lo: 'ບຸກຄົນ' } }, false],
  ['an objective that goes is a change', { objectives: [] }, false],
];
for (const [name, change, same] of changes)
  test(name, () => assert.equal(isSame(facts, { ...facts, ...change }), same));

const ids: [string, string[], string][] = [
  ['the first', [], 'M02.1'],
  ['one more than the greatest, so that none comes back', ['M02.1', 'M02.4'], 'M02.5'],
  ['not counting other modules, nor names', ['M03.7', 'M02.a', 'M02.2'], 'M02.3'],
];
for (const [name, taken, id] of ids)
  test(`the next objective is ${name}`, () => assert.equal(nextObjectiveId('M02', taken), id));

const sources: [string, string[], string][] = [
  ['Protocol to Prevent, Suppress and Punish', [], 'protocol-prevent-suppress'],
  ['2021 Fact sheet', [], 'fact-sheet'],
  ['Résumé of the decree', [], 'resume-decree'],
  ['ກົດໝາຍ', [], 'source'],
  ['', ['source', 'source-2'], 'source-3'],
  ['Fact sheet', ['fact-sheet'], 'fact-sheet-2'],
];
for (const [text, taken, id] of sources)
  test(`the source “${text}” is called ${id}`, () => assert.equal(proposedSourceId(text, taken), id));

test('a field is shown as lines', () => {
  assert.deepEqual(linesOf(facts, 'objectives'), ['M02.1 Tell an act']);
  assert.deepEqual(linesOf(facts, 'methods'), ['short talk · ບັນຍາຍ']);
  assert.deepEqual(linesOf(facts, 'materials'), []);
});
