import { describe, expect, test } from '@jest/globals';
import { reordered, renumbered, withModule, withoutModule } from './outline.rules.js';
import { questionsInOrder, withLaoText, withoutQuestion, withQuestion } from './question-edits.rules.js';

const outline = `# The course of 2026
code: sample
version: 0.1.0 # not yet taught
summary:
  en: >-
    A long text that somebody
    broke into lines by hand.
modules: [02-persons, 03-more]
agenda:
  - { kind: opening, minutes: 15, title: { en: Opening } }
  # Morning
  - { kind: module, module: M02 }
  - { kind: break, minutes: 15, title: { en: Tea } }
  - { kind: module, module: M03 }
  - { kind: closing, minutes: 5, title: { en: Closing } }
rules: { attendance_percent: 80, pass_percent: 70 }
`;

const bank = `# The bank of module 2
questions:
  # Asked every year
  - id: M02-p1
    type: single
    prompt: { en: "Which one?", lo: ອັນໃດ? }   # short
    options:
      - { id: a, text: { en: Yes, lo: ແມ່ນ }, correct: true }
      - { id: b, text: { en: No, lo: ບໍ່ }, match: [x, y] }

  - id: M02-g1
    type: case
    prompt: { en: A case }
    parts:
      - id: who
        type: short-answer
        prompt: { en: Who? }
        accept:
          - { en: [workers], lo: [] }
`;

const textOf = (edit: object) => ('text' in edit ? String(edit.text) : JSON.stringify(edit));
/** The lines that are not in the other text, in order. */
const changes = (before: string, after: string) => ({
  gone: before.split('\n').filter((line) => !after.split('\n').includes(line)),
  come: after.split('\n').filter((line) => !before.split('\n').includes(line)),
});

describe('the outline', () => {
  test('gets a module behind the last one; everything else stays as it was typed', () => {
    expect(changes(outline, textOf(withModule(outline, '04-new', 'M04')))).toEqual({
      gone: ['modules: [02-persons, 03-more]'],
      come: ['modules: [02-persons, 03-more, 04-new]', '  - { kind: module, module: M04 }'],
    });
  });

  test('loses a module in both lists', () => {
    expect(changes(outline, textOf(withoutModule(outline, '03-more', 'M03')))).toEqual({
      gone: ['modules: [02-persons, 03-more]', '  - { kind: module, module: M03 }'],
      come: ['modules: [02-persons]'],
    });
  });

  test('takes another order, breaks keep their places and comments go with what they are about', () => {
    const codes = new Map([
      ['02-persons', 'M02'],
      ['03-more', 'M03'],
    ]);
    const after = textOf(reordered(outline, ['03-more', '02-persons'], codes));
    expect(after).toContain('modules: [03-more, 02-persons]');
    expect(after.match(/kind: (\w+)(?:, module: (\w+))?|# Morning/g)).toEqual([
      'kind: opening',
      'kind: module, module: M03',
      'kind: break',
      '# Morning',
      'kind: module, module: M02',
      'kind: closing',
    ]);
  });

  test('gets another version number', () => {
    expect(changes(outline, textOf(renumbered(outline, '0.2.0')))).toEqual({
      gone: ['version: 0.1.0 # not yet taught'],
      come: ['version: 0.2.0 # not yet taught'],
    });
  });

  test('that is no YAML is not touched, and the line is said', () => {
    expect(withModule('code: a\nmodules: [\nversion: 1: 2\n', 'x', 'M01')).toEqual({ brokenAt: expect.any(Number) });
  });
});

describe('the questions', () => {
  const known = {
    id: 'M02-p1',
    type: 'single',
    prompt: { en: 'Which one?', lo: 'ອັນໃດ?' },
    options: [
      { id: 'a', text: { en: 'Yes', lo: 'ແມ່ນ' }, correct: true },
      { id: 'b', text: { en: 'No', lo: 'ບໍ່' }, match: ['x', 'y'] },
    ],
  };

  test('are not touched by an edit of another one, not even in their spaces', () => {
    const after = textOf(withQuestion(bank, { ...known, prompt: { en: 'Which two?', lo: 'ອັນໃດ?' } }));
    expect(after).toContain('en: Which two?');
    expect(after).toContain('# short');
    expect(after.slice(after.indexOf('  - id: M02-g1'))).toBe(bank.slice(bank.indexOf('  - id: M02-g1')));
    expect(after.startsWith('# The bank of module 2\nquestions:\n  # Asked every year\n  - id: M02-p1\n')).toBe(true);
  });

  test('get a new one at the end or where it is wanted, written as people write them', () => {
    const added = { id: 'M02-p2', type: 'true-false', prompt: { en: 'Is it: so?', lo: null }, answer: true };
    expect(textOf(withQuestion(bank, added))).toBe(
      `${bank}  - id: M02-p2\n    type: true-false\n    prompt: { en: "Is it: so?", lo: null }\n    answer: true\n`,
    );
    const first = textOf(withQuestion(bank, added, { position: 0 }));
    expect(first.indexOf('M02-p2')).toBeLessThan(first.indexOf('M02-p1'));
  });

  test('are renamed, unless the name is taken', () => {
    expect(textOf(withQuestion(bank, { ...known, id: 'M02-p9' }, { was: 'M02-p1' }))).toContain('- id: M02-p9');
    expect(withQuestion(bank, { ...known, id: 'M02-g1' }, { was: 'M02-p1' })).toEqual({ clash: 'M02-g1' });
    expect(withQuestion(bank, known, { was: 'M02-p7' })).toEqual({ missing: 'M02-p7' });
  });

  test('are removed and put in order with their comments', () => {
    expect(textOf(withoutQuestion(bank, 'M02-p1'))).not.toMatch(/M02-p1|Asked/);
    const after = textOf(questionsInOrder(bank, ['M02-g1', 'M02-p1']));
    expect(after.indexOf('M02-g1')).toBeLessThan(after.indexOf('# Asked every year'));
    expect([...after].sort().join('')).toBe([...bank].sort().join(''));
    expect(questionsInOrder(bank, ['M02-g1'])).toEqual({ missing: 'M02-p1' });
    expect(questionsInOrder(bank, ['M02-g1', 'M02-x'])).toEqual({ missing: 'M02-x' });
  });

  test('of a file that is empty or missing begin the file', () => {
    for (const text of ['', 'questions: []\n', '# nothing yet\n'])
      expect(textOf(withQuestion(text, { id: 'M02-p1', type: 'mrz' }))).toContain(
        'questions:\n  - id: M02-p1\n    type: mrz\n',
      );
  });

  test('take Lao at the place that is named', () => {
    const after = textOf(
      withLaoText(
        bank,
        'M02-g1',
        new Map([
          ['prompt', 'ກໍລະນີ: ໜຶ່ງ'],
          ['parts.who.prompt', 'ໃຜ?'],
          ['parts.who.accept.0', 'ແຮງງານ\nກຳມະກອນ'],
        ]),
      ),
    );
    expect(after).toContain('prompt: { en: A case, lo: "ກໍລະນີ: ໜຶ່ງ" }');
    expect(after).toContain('prompt: { en: Who?, lo: ໃຜ? }');
    expect(after).toMatch(/lo: \[ ແຮງງານ, ກຳມະກອນ \]/);
    expect(after.slice(0, after.indexOf('  - id: M02-g1'))).toBe(bank.slice(0, bank.indexOf('  - id: M02-g1')));
    expect(withLaoText(bank, 'M02-g1', new Map([['parts.nobody.prompt', 'x']]))).toEqual({
      missing: 'parts.nobody.prompt',
    });
  });
});
