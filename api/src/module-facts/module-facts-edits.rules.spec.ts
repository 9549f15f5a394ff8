import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { english, facts, first, lao, objective, protocol, read, second } from './module-facts.fixture.js';
import { withEnglishFacts, withLaoFacts } from './module-facts-edits.rules.js';
import { type ModuleFacts, tidied } from './module-facts.rules.js';

/** The lines that are gone and those that have come, once the form says something else. */
function changes(change: Partial<ModuleFacts>) {
  const after = tidied({ ...facts, ...change });
  const [en, lo] = [withEnglishFacts(english, after), withLaoFacts(lao, after, facts)];
  if (!('text' in en) || lo === null || !('text' in lo)) throw new Error(JSON.stringify([en, lo]));
  expect(read(en.text, lo.text)).toEqual({ ...after, methods: expect.anything(), materials: expect.anything() });
  return { en: difference(english, en.text), lo: difference(lao, lo.text) };
}

function difference(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

const none = { en: [], lo: [] };

describe('what a form changes in the files', () => {
  test.each<[string, Partial<ModuleFacts>, { en: string[]; lo: string[] }]>([
    ['nothing, where nothing was changed', {}, none],
    ['nothing, for spaces', { title: { en: ' Persons:  act and means ', lo: 'ບຸກຄົນ ' } }, none],
    [
      'the English title, in its quotes and with its comment',
      { title: { en: 'Persons', lo: 'ບຸກຄົນ' } },
      { en: ['- title: "Persons: act and means"   # short', '+ title: "Persons" # short'], lo: [] },
    ],
    ['the Lao title', { title: { en: facts.title.en, lo: '' } }, { en: [], lo: ['- title: ບຸກຄົນ'] }],
    ['the minutes', { minutes: 45 }, { en: ['- minutes: 30', '+ minutes: 45'], lo: [] }],
    [
      'the state of the Lao text',
      { state: 'reviewed' },
      { en: [], lo: ['- state: draft # not read yet', '+ state: reviewed # not read yet'] },
    ],
    [
      'one objective, and what else its entry says stays',
      { objectives: [first, objective(2, 'Name three purposes')] },
      {
        en: [
          '-   - { id: M02.2, text: "Name the purposes", verb: name }',
          '+   - { id: M02.2, text: "Name three purposes", verb: name }',
        ],
        lo: [],
      },
    ],
    [
      'a new objective, in both files; what the English does not know stays',
      { objectives: [first, second, objective(3, 'Ask: who gains?', 'ຖາມ')] },
      { en: ['+   - { id: M02.3, text: "Ask: who gains?" }'], lo: ['+   - { id: M02.3, text: "ຖາມ" }'] },
    ],
    [
      'an objective that goes, from both',
      { objectives: [second] },
      {
        en: ['-   # The first one is asked most.', '-   - { id: M02.1, text: Tell an act from a means }'],
        lo: ['-   - { id: M02.1, text: ຈຳແນກ }'],
      },
    ],
    [
      'a method with its Lao; the other line stays English in Lao',
      { methods: [...facts.methods, { en: 'role play', lo: 'ບົດບາດສົມມຸດ' }] },
      {
        en: ['- methods: [short talk, case work]', '+ methods: [short talk, case work, role play]'],
        lo: ['- methods: [ບັນຍາຍ, case work]', '+ methods: [ບັນຍາຍ, case work, ບົດບາດສົມມຸດ]'],
      },
    ],
    [
      'a material in its line, with its comment, and the first Lao of the list',
      { materials: [{ en: 'blank cards', lo: 'ບັດເປົ່າ' }, facts.materials[1]!] },
      {
        en: ['-   - cards   # in three colours', '+   - blank cards # in three colours'],
        lo: ['+ materials: [ບັດເປົ່າ, tape]'],
      },
    ],
    [
      'materials that all go',
      { materials: [] },
      { en: ['- materials:', '-   - cards   # in three colours', '-   - tape'], lo: [] },
    ],
    [
      'a source more',
      { sources: [protocol, { id: 'fact-sheet', text: 'Fact sheet, 2021' }] },
      { en: ['+   - { id: fact-sheet, text: "Fact sheet, 2021" }'], lo: [] },
    ],
    [
      'no source any more',
      { sources: [] },
      { en: ['- sources:', '-   - { id: tip-protocol, text: "Protocol of 2000, Article 3" }'], lo: [] },
    ],
  ])('%s', (_name, change, expected) => {
    expect(changes(change)).toEqual(expected);
  });

  test('objectives move with the comments above them', () => {
    const edit = withEnglishFacts(english, { ...facts, objectives: [second, first] });
    expect('text' in edit && edit.text).toContain(
      'verb: name }\n  # The first one is asked most.\n  - { id: M02.1, text: Tell an act from a means }\nmethods:',
    );
  });

  test.each([
    ['a space at the end of a line', '## Why {#why minutes=10}  \n'],
    ['letters that are composed of two', 'cafe\u0301\n'],
    ['no line end', 'Text'],
  ])('below the front matter nothing changes: %s', (_name, body) => {
    const edit = withEnglishFacts(`---\nminutes: 30\n---\n${body}`, { ...facts, minutes: 31 });
    expect('text' in edit && edit.text.endsWith(`---\n${body}`)).toBe(true);
  });

  test('a file with the line ends of another system keeps them', () => {
    const edit = withEnglishFacts(english.replaceAll('\n', '\r\n'), { ...facts, minutes: 45 });
    expect(edit).toEqual({ text: english.replace('30', '45').replaceAll('\n', '\r\n') });
  });

  test('fields that were not there come where an author looks for them', () => {
    const edit = withEnglishFacts('---\ncode: M02\nobjectives:\n  - { id: M02.1, text: x }\n---\n', facts);
    expect('text' in edit && edit.text.match(/^\w+(?=:)/gm)).toEqual([
      'code',
      'title',
      'minutes',
      'objectives',
      'methods',
      'materials',
      'sources',
    ]);
  });

  test('a Lao file is made with the first word of Lao, and not before', () => {
    const english = { ...read(undefined, null), methods: [] };
    expect(withLaoFacts(null, english, english)).toBeNull();
    const title = { en: 'Persons', lo: 'ບຸກຄົນ' };
    expect(withLaoFacts(null, { ...english, title }, english)).toEqual({
      text: '---\ntitle: "ບຸກຄົນ"\nstate: draft\n---\n',
    });
  });
});

const curricula = join(import.meta.dirname, '../../../curricula');
const folders = globSync('*/modules/*', { cwd: curricula }).sort();

test.each(folders)('%s: a form in which nothing was changed changes no letter of what is shipped', (folder) => {
  const [en, lo] = ['module.md', 'module.lo.md'].map((name) => readFileSync(join(curricula, folder, name), 'utf8'));
  const facts = tidied(read(en, lo!));
  expect([withEnglishFacts(en!, facts), withLaoFacts(lo!, facts, facts)]).toEqual([{ text: en }, { text: lo }]);
});
