import { describe, expect, test } from '@jest/globals';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { bumpOf, neededBump, proposedVersion, understates } from './change.rules.js';
import { checkCurriculum } from './check.rules.js';
import { compare, type Comparison } from './compare.rules.js';
import { snapshotOf } from './snapshot.rules.js';

const outline = 'curriculum.yaml';
const english = 'modules/02-persons/module.md';
const lao = 'modules/02-persons/module.lo.md';
const bank = 'modules/02-persons/questions.yaml';
const paper = 'tests/post-test.yaml';

const first = snapshot({});

function snapshot(changes: Record<string, Change>) {
  const { curriculum, faults } = checkCurriculum(aCurriculum(changes));
  if (curriculum === null) throw new Error(faults.map(({ sentence }) => sentence.en).join('\n'));
  return snapshotOf(curriculum);
}

function after(changes: Record<string, Change>): Comparison {
  return compare(first, snapshot(changes));
}

test('the same content is no change at all', () => {
  expect(after({})).toEqual({ class: 'none', facts: [], modules: [], reprint: [], marks: [] });
});

describe('a change is as heavy as what it changes', () => {
  const changes: [string, string, Change, Comparison['class']][] = [
    ['a word mended', english, ['At 10:30 the bus arrives', 'At 10:31 the bus arrives'], 'wording'],
    [
      'another sentence',
      english,
      ['An invented case.', 'Nothing of this is as it was before, not a single word.'],
      'teaching',
    ],
    ['a translation', lao, ['ຈຳແນກການກະທຳ', 'ຈຳແນກການກະທຳຕ່າງໆ'], 'wording'],
    [
      'minutes moved in a section',
      english,
      ['title="Case wall" minutes=15', 'title="Case wall" minutes=12'],
      'teaching',
    ],
    ['a pass mark', paper, ['pass_percent: 70', 'pass_percent: 80'], 'assessment'],
    ['the points of a question', bank, ['points: 2', 'points: 3'], 'assessment'],
    ['the rules of the certificate', outline, ['attendance_percent: 80', 'attendance_percent: 90'], 'assessment'],
    ['the days', outline, ['days: 1', 'days: 2'], 'structure'],
    ['the agenda', outline, ['kind: opening, minutes: 15', 'kind: opening, minutes: 20'], 'structure'],
    ['a word in the agenda', outline, ['en: Opening, lo', 'en: Welcome, lo'], 'wording'],
  ];
  test.each(changes)('%s', (_name, file, change, expected) => {
    expect(after({ [file]: change }).class).toBe(expected);
  });
});

test('a changed text is shown word by word, in its language and in its place', () => {
  const { modules } = after({ [english]: ['At 10:30 the bus arrives', 'At 10:30 the ferry arrives'] });
  expect(modules).toHaveLength(1);
  const [unit] = modules[0]!.units;
  expect(unit).toMatchObject({ id: 'text:why', kind: 'text', state: 'changed', class: 'wording', trainerOnly: false });
  expect(unit!.fields[0]!.pieces.filter(({ op }) => op !== 'same')).toEqual([
    { op: 'removed', text: 'bus' },
    { op: 'added', text: 'ferry' },
  ]);
});

test('text for the trainer alone calls for no new handbook', () => {
  const { reprint, modules } = after({ [english]: ['Say HERON slowly.', 'Say HERON very slowly.'] });
  expect(modules[0]!.units[0]!.trainerOnly).toBe(true);
  expect(reprint).toEqual([
    { product: 'guide', locale: 'lo' },
    { product: 'guide', locale: 'en' },
  ]);
});

test('a question whose marking changed is named, because the same answer may earn other points', () => {
  expect(after({ [bank]: ['points: 2', 'points: 3'] }).marks).toEqual(['M02-g2']);
});

test('a mended translation calls for the Lao products alone', () => {
  const { reprint } = after({ [lao]: ['ຈຳແນກການກະທຳ', 'ຈຳແນກການກະທຳຕ່າງໆ'] });
  expect(new Set(reprint.map(({ locale }) => locale))).toEqual(new Set(['lo']));
});

describe('the version number', () => {
  test.each([
    ['1.2.3', '1.2.4', 'wording', false],
    ['1.2.3', '1.2.4', 'teaching', true],
    ['1.2.3', '1.3.0', 'assessment', false],
    ['1.2.3', '1.3.0', 'structure', true],
    ['1.2.3', '2.0.0', 'structure', false],
    ['0.2.3', '0.3.0', 'structure', false],
    ['0.2.3', '0.2.4', 'structure', true],
  ] as const)('from %s to %s for a change of %s', (from, to, change, refused) => {
    expect(understates(from, to, change)).toBe(refused);
  });

  test('is proposed as the least that says enough', () => {
    expect(proposedVersion('1.2.3', 'wording')).toBe('1.2.4');
    expect(proposedVersion('1.2.3', 'teaching')).toBe('1.3.0');
    expect(proposedVersion('1.2.3', 'structure')).toBe('2.0.0');
    expect([bumpOf('1.2.3', '1.3.0'), neededBump('structure', '0.1.0')]).toEqual(['minor', 'minor']);
  });
});
