import { describe, expect, test } from '@jest/globals';
import { checkCurriculum } from './check.rules.js';
import type { Change } from '../../test/sample-curriculum.js';
import { aCurriculum } from '../../test/sample-curriculum.js';

const outline = 'curriculum.yaml';
const english = 'modules/02-persons/module.md';
const lao = 'modules/02-persons/module.lo.md';
const bank = 'modules/02-persons/questions.yaml';
const paper = 'tests/post-test.yaml';

/** Without the note that the sample has no record of its translation: freshness.rules.spec.ts is about that. */
function faultsOf(changes: Record<string, Change>): string[] {
  return checkCurriculum(aCurriculum(changes))
    .faults.filter(({ code }) => code !== 'translation.unrecorded')
    .map(({ code, file, line }) => `${code} ${file}:${line}`);
}

test('a sound curriculum is published with notes and warnings only about what Lao readers miss', () => {
  const { curriculum, faults } = checkCurriculum(aCurriculum());
  expect(faults.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'note translation.unrecorded',
    'warning translation.block-missing',
  ]);
  expect(curriculum?.modules[0]?.questions).toHaveLength(4);
});

describe('each mistake is named with its line', () => {
  const mistakes: [string, string, Change, string][] = [
    ['a missing file', english, null, `file.missing ${english}:1`],
    ['no front matter', english, '## A {#a minutes=30}\n\nText.\n', `module.front-matter ${english}:1`],
    ['minutes that do not add up', english, ['minutes: 30', 'minutes: 40'], `module.minutes ${english}:4`],
    [
      'blocks longer than their section',
      english,
      ['title="Case wall" minutes=15', 'title="Case wall" minutes=25'],
      `section.minutes ${english}:23`,
    ],
    ['an unknown block', english, [':::case{', ':::story{'], `block.unknown ${english}:34`],
    ['an unknown attribute', english, ['{#k-consent}', '{#k-consent color=red}'], `block.attribute ${english}:40`],
    ['an activity without a title', english, [' title="Case wall"', ''], `block.attribute-missing ${english}:25`],
    ['a block without id', english, ['{#k-consent}', ''], `id.missing ${english}:40`],
    ['an id in capitals', english, ['#k-consent', '#K-Consent'], `id.wrong ${english}:40`],
    ['an id used twice', english, ['#k-consent', '#case-wall'], `id.twice ${english}:40`],
    ['a section without id', english, ['## Cases {#cases minutes=20}', '## Cases'], `section.attributes ${english}:23`],
    [
      'minutes that are no number',
      english,
      ['#cases minutes=20', '#cases minutes=long'],
      `block.minutes ${english}:23`,
    ],
    [
      'a block never closed',
      english,
      ['Consent may not matter.\n:::', 'Consent may not matter.'],
      `block.unclosed ${english}:40`,
    ],
    ['a space behind the colons', english, [':::trainer{', '::: trainer{'], `block.malformed ${english}:17`],
    [
      'words behind the name',
      english,
      [':::trainer{#kingfisher-notes}', ':::trainer notes'],
      `block.malformed ${english}:17`,
    ],
    ['full-width colons', english, [':::trainer{', '：：：trainer{'], `block.malformed ${english}:17`],
    ['a block in a list', english, ['1. Read the cards.', '- ::question{id=M02-p1}'], `block.nested ${english}:26`],
    ['a stray end', english, ['An invented case.', 'An invented case.\n:::\n'], `block.malformed ${english}:38`],
    ['text before the first section', english, ['## Why', 'Hello.\n\n## Why'], `section.text-before ${english}:13`],
    [
      'a title in the text',
      english,
      ['An invented case.', 'x\n:::\n\n# Title\n\n:::everyone{#more}\nx'],
      `heading.title ${english}:38`,
    ],
    ['raw HTML', english, ['An invented case.', '<b>An</b> invented case.'], `prose.html ${english}:35`],
    ['a script', english, ['An invented case.', '<script>alert(1)</script>'], `prose.html ${english}:35`],
    ['a link that runs', english, ['An invented case.', '[case](javascript:alert(1))'], `prose.link ${english}:35`],
    ['a link to nowhere', english, ['An invented case.', '[case](#no-such)'], `prose.anchor ${english}:35`],
    [
      'a picture by address',
      english,
      ['An invented case.', '![map](https://example.org/a.png)'],
      `prose.image-address ${english}:35`,
    ],
    ['a picture without words', english, ['An invented case.', '![](images/a.png)'], `prose.image-text ${english}:35`],
    [
      'a picture that is not there',
      english,
      ['An invented case.', '![map](images/a.png)'],
      `prose.image-missing ${english}:35`,
    ],
    [
      'a source that is not listed',
      english,
      ['An invented case.', 'A case\nfrom [no-such].'],
      `source.unknown ${english}:36`,
    ],
    ['a source never named', english, ['[tip-protocol], ', ''], `source.unused ${english}:10`],
    [
      'an objective nobody asks about',
      english,
      ['methods:', '  - { id: M02.2, text: Another }\nmethods:'],
      `objective.untested ${english}:7`,
    ],
    [
      'a comma in a text without quotes',
      english,
      ['text: Tell an act from a means', 'text: Tell an act, not a means'],
      `field.torn ${english}:6`,
    ],
    ['a graded question on a page', english, ['id=M02-p1', 'id=M02-g1'], `question.graded-in-page ${english}:38`],
    ['a question that is not there', english, ['id=M02-p1', 'id=M02-p9'], `question.unknown ${english}:38`],
    ['a practice question on no page', english, ['::question{id=M02-p1}\n', ''], `question.unplaced ${bank}:2`],
    ['an invisible character', english, ['An invented', 'An\u202E invented'], `text.control ${english}:35`],
    [
      'no key',
      bank,
      [', correct: true }\n      - { id: wrong-one', ' }\n      - { id: wrong-one'],
      `question.no-key ${bank}:8`,
    ],
    ['two keys', bank, ['lo: ການຂົນສົ່ງ } }', 'lo: ການຂົນສົ່ງ }, correct: true }'], `question.keys ${bank}:8`],
    [
      'a question without rationale',
      bank,
      ['    rationale: { en: OSPREY, lo: ບໍ່ສະເໝີ }\n', ''],
      `field.missing ${bank}:33`,
    ],
    ['a question without objective', bank, ['    objective: M02.1\n', ''], `field.missing ${bank}:2`],
    ['a question type that does not exist', bank, ['type: number', 'type: essay'], `field.choice ${bank}:14`],
    ['a foreign question id', bank, ['id: M02-g1', 'id: M03-g1'], `question.foreign ${bank}:12`],
    ['a question id used twice', bank, ['id: M02-g2', 'id: M02-g1'], `question.twice ${bank}:20`],
    ['an option id used twice', bank, ['id: wrong-one', 'id: right-one'], `question.option-twice ${bank}:10`],
    ['a question half in Lao', bank, [', lo: ມາດຕາ 3 }', ' }'], `translation.question-missing ${bank}:17`],
    ['broken YAML', outline, ['title: {', 'title: x {'], `yaml.broken ${outline}:3`],
    ['a version that is none', outline, ['0.1.0', '0.1'], `field.type ${outline}:2`],
    [
      'an unknown language',
      outline,
      ['  lo: { state: draft }', '  fr: { state: draft }'],
      `field.unknown ${outline}:9`,
    ],
    ['an agenda with a stranger', outline, ['module: M02', 'module: M09'], `agenda.module ${outline}:14`],
    [
      'an agenda without the module',
      outline,
      ['  - { kind: module, module: M02 }\n', ''],
      `agenda.module-missing ${outline}:12`,
    ],
    [
      'an agenda too short for the test',
      outline,
      ['post-test, minutes: 20', 'post-test, minutes: 10'],
      `agenda.test-short ${outline}:15`,
    ],
    [
      'a module listed that is not there',
      outline,
      ['[02-persons]', '[02-persons, 03-more]'],
      'file.missing modules/03-more/module.md:1',
    ],
    ['a test that draws too much', paper, ['count: 2', 'count: 9'], `test.too-few ${paper}:6`],
    ['a test that draws from elsewhere', paper, ['M02', 'M07'], `test.module ${paper}:6`],
    ['a test under another name', paper, ['code: post-test', 'code: pre-test'], `file.name ${paper}:1`],
    ['an id only the Lao file has', lao, ['#k-consent', '#k-other'], `translation.unknown ${lao}:28`],
    ['a block of another kind in Lao', lao, [':::key-message', ':::everyone'], `translation.kind ${lao}:28`],
    ['other minutes in Lao', lao, ['{#cases}', '{#cases minutes=25}'], `translation.minutes ${lao}:20`],
    ['Lao text that no page would show', lao, ['::question', 'ເພີ່ມ.\n\n::question'], `translation.text-extra ${lao}:26`],
    ['English text in the Lao file', lao, ['ອ່ານບັດ.', 'read the cards.'], `text.not-lao ${lao}:23`],
    ['marks in an unusual order', lao, ['ອ່ານບັດ.', 'ອ່ານບັດ ນໍ້າ.'], `text.lao-spelling ${lao}:23`],
    ['a file nobody uses', 'modules/02-persons/quiz.yaml', 'x: 1\n', 'file.unknown modules/02-persons/quiz.yaml:1'],
  ];
  test.each(mistakes)('%s', (_name, file, change, expected) => {
    expect(faultsOf({ [file]: change })).toContain(expected);
  });
});

test('the four ways to type ນ້ຳ: one is right, three are warned about with the right one', () => {
  const spelling = (word: string) =>
    checkCurriculum(aCurriculum({ [lao]: ['ອ່ານບັດ.', word] })).faults.filter(({ code }) => code === 'text.lao-spelling');
  expect(spelling('\u0E99\u0EC9\u0EB3')).toEqual([]);
  for (const word of ['\u0E99\u0ECD\u0EC9\u0EB2', '\u0E99\u0EC9\u0ECD\u0EB2', '\u0E99\u0EB3\u0EC9'])
    expect(spelling(word)).toMatchObject([
      {
        severity: 'warning',
        hint: {
          en: 'Type it as “\u0E99\u0EC9\u0EB3” (U+0E99 U+0EC9 U+0EB3).',
          lo: 'ກະລຸນາພິມເປັນ “\u0E99\u0EC9\u0EB3” (U+0E99 U+0EC9 U+0EB3).',
        },
      },
    ]);
});

test('without a Lao file there is one warning for the module, not one for each block', () => {
  expect(faultsOf({ [lao]: null })).toEqual([`translation.module-missing ${english}:3`]);
});

test('a curriculum that does not promise Lao is not asked for it', () => {
  const changes: Record<string, Change> = {
    [lao]: null,
    [outline]: ['  lo: { state: draft }\n', ''],
    [bank]: [', lo: ມາດຕາ 3 }', ' }'],
  };
  expect(faultsOf(changes)).toEqual([]);
});

test('a heading that lacks its id is said to lack it, and not to be untranslated as well', () => {
  const found = faultsOf({ [english]: ['## Cases {#cases minutes=20}', '## Cases'] });
  expect(found).toContain(`section.attributes ${english}:23`);
  expect(found.filter((code) => code.startsWith('translation.section-missing'))).toEqual([]);
});

test('an outline that cannot be read is said once, and no file is called unlisted for it', () => {
  expect(faultsOf({ [outline]: ['days: 1', 'days: ['] }).filter((found) => !found.includes('modules/'))).toEqual([
    expect.stringMatching(/^yaml\.broken curriculum\.yaml:/),
  ]);
});

test('an untranslated trainer block is a note, and the text after it stays Lao', () => {
  const change: Change = [':::trainer{#kingfisher-notes}\nເວົ້າ ນົກກະຍາງ ຊ້າໆ.\n:::\n\n', ''];
  expect(faultsOf({ [lao]: change })).toEqual([
    `translation.trainer-missing ${lao}:10`,
    `translation.block-missing ${lao}:16`,
  ]);
});

test('every fault says a whole sentence with every word filled in', () => {
  const { faults } = checkCurriculum(
    aCurriculum({
      [english]: [':::case{', ':::story{'],
      [bank]: ['id: M02-g1', 'id: M03-g1'],
      [outline]: ['series: SMP', 'series: 5'],
    }),
  );
  for (const { sentence, hint } of faults)
    for (const language of ['en', 'lo'] as const) {
      expect(sentence[language]).toMatch(/\.$/);
      expect(`${sentence[language]} ${hint?.[language] ?? ''}`).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
});
