import { describe, expect, test } from '@jest/globals';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { checkCurriculum } from './check.rules.js';
import type { Module } from './curriculum.js';
import { keptAs, noRecord, readRecord, recorded, recordPath, recordText, unitState } from './freshness.rules.js';
import { modulePage } from './page.rules.js';
import { unitsOf } from './units.rules.js';

const english = 'modules/02-persons/module.md';
const lao = 'modules/02-persons/module.lo.md';
const record = recordPath('02-persons');

function moduleOf(changes: Record<string, Change> = {}): Module {
  const { curriculum, faults } = checkCurriculum(aCurriculum(changes));
  if (curriculum === null) throw new Error(JSON.stringify(faults));
  return curriculum.modules[0]!;
}

/** The record of a translation that was made from the sample as it is. */
const fresh = recordText(recorded(noRecord, unitsOf(moduleOf()), 'all'));
const withRecord = (changes: Record<string, Change> = {}) => moduleOf({ [record]: fresh, ...changes });
const stale = (changes: Record<string, Change>) => withRecord(changes).stale;
const faultsOf = (changes: Record<string, Change>) =>
  checkCurriculum(aCurriculum(changes)).faults.filter(({ code }) => code.startsWith('translation.'));

describe('the units of a module', () => {
  test('are what is translated as one, in reading order, with both languages as typed', () => {
    const units = unitsOf(moduleOf());
    expect(units.map(({ id }) => id)).toEqual([
      'title',
      'objective:M02.1',
      'methods',
      'materials',
      'section:why',
      'text:why',
      'kingfisher-notes',
      'text:kingfisher-notes',
      'section:cases',
      'case-wall',
      'case-waiters',
      'k-consent',
      'question:M02-p1',
      'question:M02-g1',
      'question:M02-g2',
      'question:M02-g3',
    ]);
    expect(units.find(({ id }) => id === 'case-wall')).toMatchObject({
      kind: 'block',
      trainerOnly: false,
      fields: [
        { name: 'title', en: 'Case wall', lo: 'ຝາກໍລະນີ' },
        {
          name: 'text',
          en: '1. Read the cards.\n2. Sort them.\n\n| act | means |\n| --- | --- |\n| move | deceive |',
          lo: 'ອ່ານບັດ.',
        },
      ],
    });
    expect(units.find(({ id }) => id === 'question:M02-p1')!.fields.map(({ name }) => name)).toEqual([
      'prompt',
      'options.right-one',
      'options.wrong-one',
      'rationale',
    ]);
  });

  test('without Lao are missing, and the others are unrecorded until somebody records them', () => {
    const states = Object.groupBy(unitsOf(moduleOf()), (unit) => unitState(unit, noRecord));
    expect(states.missing!.map(({ id }) => id)).toEqual(['case-waiters']);
    expect(states.unrecorded).toHaveLength(15);
  });
});

describe('a translation goes out of date', () => {
  test.each<[string, Record<string, Change>, string[]]>([
    ['not at all while nothing changes', {}, []],
    ['in a block whose text changed', { [english]: ['1. Read the cards.', '1. Read all the cards.'] }, ['case-wall']],
    ['in a block whose title changed', { [english]: ['title="Case wall"', 'title="Wall of cases"'] }, ['case-wall']],
    ['in a run of text', { [english]: ['Then the group', 'Later the group'] }, ['text:kingfisher-notes']],
    ['in a heading', { [english]: ['## Cases {', '## Case studies {'] }, ['section:cases']],
    ['in the title', { [english]: ['title: "Persons: act and means"', 'title: "Persons"'] }, ['title']],
    ['in an objective', { [english]: ['Tell an act from a means', 'Tell acts from means'] }, ['objective:M02.1']],
    [
      'in a question, whichever of its texts changed',
      {
        'modules/02-persons/questions.yaml': [
          'en: Deceit, lo: ການຫຼອກລວງ }, correct',
          'en: Lies, lo: ການຫຼອກລວງ }, correct',
        ],
      },
      ['question:M02-p1'],
    ],
    ['nowhere when only the Lao changes', { [lao]: ['ອ່ານບັດ.', 'ອ່ານບັດທຸກໃບ.'] }, []],
    [
      'nowhere when only minutes change',
      { [english]: ['title="Case wall" minutes=15', 'title="Case wall" minutes=10'] },
      [],
    ],
    ['not in a block that has no Lao', { [english]: ['An invented case.', 'Another case.'] }, []],
  ])('%s', (_name, changes, expected) => {
    expect(stale(changes)).toEqual(expected);
  });

  test('until it is recorded again, all of it or one unit', () => {
    const changed = withRecord({ [english]: ['1. Read the cards.', '1. Read all the cards.'] });
    const { record: old } = readRecord(aCurriculum({ [record]: fresh }), '02-persons');
    const after = recorded(old, unitsOf(changed), new Set(['case-wall']));
    expect(stale({ [english]: ['1. Read the cards.', '1. Read all the cards.'], [record]: recordText(after) })).toEqual(
      [],
    );
    expect(Object.keys(after.units)).toEqual(Object.keys(old.units));
  });

  test('not when an author says that the meaning is the same, until the English changes again', () => {
    const once: Change = ['1. Read the cards.', '1. Read the cards!'];
    const { record: old } = readRecord(aCurriculum({ [record]: fresh }), '02-persons');
    const unit = unitsOf(withRecord({ [english]: once })).find(({ id }) => id === 'case-wall')!;
    const kept = recordText(keptAs(old, unit, 'Only a sign'));
    expect(stale({ [english]: once, [record]: kept })).toEqual([]);
    expect(stale({ [english]: ['1. Read the cards.', '1. Read no cards.'], [record]: kept })).toEqual(['case-wall']);
  });
});

describe('what is said about it', () => {
  test('a warning where the Lao stands, and one note a module for what is not recorded', () => {
    expect(
      faultsOf({ [record]: fresh, [english]: ['1. Read the cards.', '1. Read all the cards.'] })
        .filter(({ code }) => code === 'translation.stale')
        .map(({ file, line, severity }) => [file, line, severity]),
    ).toEqual([[lao, 22, 'warning']]);
    expect(faultsOf({}).filter(({ code }) => code === 'translation.unrecorded')).toMatchObject([
      {
        file: lao,
        severity: 'note',
        sentence: { en: expect.stringContaining('15 texts'), lo: expect.stringContaining('15 ຂໍ້ຄວາມ') },
      },
    ]);
  });

  test('nothing is said where the curriculum has no Lao', () => {
    expect(faultsOf({ 'curriculum.yaml': ['  lo: { state: draft }\n', ''] }).map(({ code }) => code)).not.toContain(
      'translation.unrecorded',
    );
  });

  test.each([
    ['none', []],
    ['complete', ['translation.incomplete']],
    ['current', ['translation.incomplete', 'translation.outdated']],
  ] as const)('a language that must be %s', (require, expected) => {
    const gate: Change = ['lo: { state: draft }', `lo: { state: draft, require: ${require} }`];
    const errors = faultsOf({ 'curriculum.yaml': gate })
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    expect([...new Set(errors)].sort()).toEqual(expected);
  });

  test('the page in Lao marks the block, and the page for participants says nothing of trainers’ notes', () => {
    const page = (module: Module, locale: 'en' | 'lo', audience: 'participant' | 'trainer') =>
      modulePage(module, module.questions, locale, audience, 'complete');
    const marked = (read: ReturnType<typeof page>) =>
      read.sections.flatMap(({ blocks }) => blocks.filter((block) => block.stale).map(({ id }) => id));
    const block = withRecord({ [english]: ['1. Read the cards.', '1. Read all the cards.'] });
    expect(marked(page(block, 'lo', 'participant'))).toEqual(['case-wall']);
    expect([page(block, 'lo', 'participant').stale, page(block, 'en', 'participant').stale]).toEqual([true, false]);
    const note = withRecord({ [english]: ['Say HERON slowly.', 'Say HERON clearly.'] });
    expect([page(note, 'lo', 'participant').stale, page(note, 'lo', 'trainer').stale]).toEqual([false, true]);
  });
});
