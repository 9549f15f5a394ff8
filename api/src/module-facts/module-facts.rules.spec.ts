import { describe, expect, test } from '@jest/globals';
import { english, facts, first, lao, objective, protocol, read, second } from './module-facts.fixture.js';
import { factsFaults } from './module-facts-faults.rules.js';
import { citations, factsOf, type ModuleFacts, newlySaid, objectivesNamed } from './module-facts.rules.js';

describe('the facts of a module', () => {
  test('come from both files; a line without Lao is English there, and empty in the form', () => {
    expect(facts).toEqual({
      title: { en: 'Persons: act and means', lo: 'ບຸກຄົນ' },
      minutes: 30,
      objectives: [objective(1, 'Tell an act from a means', 'ຈຳແນກ'), objective(2, 'Name the purposes')],
      methods: [
        { en: 'short talk', lo: 'ບັນຍາຍ' },
        { en: 'case work', lo: '' },
      ],
      materials: [
        { en: 'cards', lo: '' },
        { en: 'tape', lo: '' },
      ],
      sources: [{ id: 'tip-protocol', text: 'Protocol of 2000, Article 3' }],
      state: 'draft',
    });
  });

  test('keep a word that is the same in both languages, where the list is known to be translated', () => {
    expect(read(english, lao, ['methods']).methods[1]).toEqual({ en: 'case work', lo: 'case work' });
  });

  test.each<[string, string, string | null, object]>([
    ['no front matter', '## Why', null, { file: 'en', brokenAt: 1 }],
    ['front matter that never ends', '---\ncode: M02\n', null, { file: 'en', brokenAt: 1 }],
    ['broken YAML, with its line', '---\ncode: M02\ntitle: a: b\n---\n', null, { file: 'en', brokenAt: 3 }],
    ['broken YAML in Lao', english, '---\nstate: a: b\n---\n', { file: 'lo', brokenAt: 2 }],
    ['a list where fields belong', '---\n- M02\n---\n', null, { file: 'en', brokenAt: 2 }],
    ['objectives without ids', '---\nobjectives: [Tell]\n---\n', null, { file: 'en', strange: 'objectives' }],
    ['a method with fields', '---\nmethods: [{ a: b }]\n---\n', null, { file: 'en', strange: 'methods' }],
  ])('are not read from %s', (_name, en, lo, found) => {
    expect(factsOf(en, lo, () => false)).toMatchObject(found);
  });
});

describe('Lao counts as made from the present English', () => {
  const row = (en: string, lo: string) => ({ en, lo });
  const done = { ...facts, methods: [row('talk', 'ບັນຍາຍ'), row('cards', 'ບັດ')] };
  test.each<[string, Partial<ModuleFacts>, string[], string[]]>([
    ['where it was changed: the title', { title: row('Persons', 'ຄົນ') }, [], ['title']],
    ['not where only the English was', { title: row('People', 'ບຸກຄົນ') }, [], []],
    ['where an objective got its first', { objectives: [first, objective(2, 'x', 'ຂ')] }, [], ['objective:M02.2']],
    ['not where it was taken away', { objectives: [objective(1, 'x')] }, [], []],
    ['where a line of a list was changed', { methods: [row('talk', 'ສົນທະນາ'), row('cards', 'ບັດ')] }, [], ['methods']],
    ['not while a line has none', { methods: [row('talk', 'ສົນທະນາ'), row('cards', '')] }, [], []],
    ['not where lines only moved and were out of date', { methods: done.methods.toReversed() }, [], []],
    ['still, where lines only moved', { methods: done.methods.toReversed() }, ['methods'], ['methods']],
    ['not where an English line changed', { methods: [row('cards', 'ບັດ'), row('chat', 'ບັນຍາຍ')] }, ['methods'], []],
  ])('%s', (_name, change, current, said) => {
    expect([...newlySaid(done, { ...done, ...change }, (unit) => current.includes(unit))]).toEqual(said);
  });
});

describe('what the format does not take is said at its field', () => {
  test.each<[string, Partial<ModuleFacts>, string[]]>([
    ['nothing', {}, []],
    ['no English title', { title: { en: '', lo: 'ບຸກຄົນ' } }, ['title.en facts.empty']],
    ['a long Lao title', { title: { en: 'x', lo: 'ກ'.repeat(201) } }, ['title.lo facts.too-long']],
    ['no minutes', { minutes: null }, ['minutes facts.minutes']],
    ['half a minute', { minutes: 0.5 }, ['minutes facts.minutes']],
    ['more than eight hours', { minutes: 481 }, ['minutes facts.minutes']],
    ['no objective', { objectives: [] }, ['objectives facts.empty']],
    [
      'an objective without words',
      { objectives: [first, objective(2, '', 'ຂ')] },
      ['objectives.1.text.en facts.empty'],
    ],
    [
      'long Lao behind an objective without Lao',
      { objectives: [second, objective(1, 'x', 'ກ'.repeat(401))] },
      ['objectives.1.text.lo facts.too-long'],
    ],
    ['an id that is there twice', { objectives: [first, first] }, ['objectives.1.id facts.twice']],
    ['an id of another module', { objectives: [{ ...first, id: 'M03.1' }] }, ['objectives.0.id facts.foreign']],
    ['a method in Lao only', { methods: [{ en: '', lo: 'ບັດ' }] }, ['methods.0.en facts.empty']],
    ['a long material in Lao', { materials: [{ en: 'x', lo: 'ກ'.repeat(201) }] }, ['materials.0.lo facts.too-long']],
    ['a long material in English', { materials: [{ en: 'x'.repeat(201), lo: '' }] }, ['materials.0.en facts.too-long']],
    [
      'too many methods',
      { methods: Array.from({ length: 31 }, () => ({ en: 'x', lo: 'ກ' })) },
      ['methods facts.too-many'],
    ],
    ['a source id with a space', { sources: [{ id: 'a b', text: 'x' }] }, ['sources.0.id facts.form']],
    ['a source twice', { sources: [protocol, protocol] }, ['sources.1.id facts.twice']],
    ['a text with a hidden mark', { title: { en: 'a\u202Eb', lo: '' } }, ['title.en facts.invisible']],
  ])('%s', (_name, change, found) => {
    expect(factsFaults('M02', { ...facts, ...change }).map(({ path, code }) => `${path} ${code}`)).toEqual(found);
  });
});

test('what names an objective and a source is found', () => {
  const bank = 'questions:\n  - { id: M02-p1, objective: M02.1 }\n  - { id: M02-g1, objective: M02.1 }\n  - text\n';
  expect([...objectivesNamed(bank, 'questions')]).toEqual([['M02.1', ['M02-p1', 'M02-g1']]]);
  expect([...objectivesNamed('questions: [', 'questions')]).toEqual([]);
  expect([...citations(['See [a-b] and [a-b](#x).', 'ເບິ່ງ [a-b], [c].'], ['a-b'])]).toEqual([['a-b', 2]]);
});
