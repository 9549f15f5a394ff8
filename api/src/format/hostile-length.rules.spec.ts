import { describe, expect, test } from '@jest/globals';
import { drawingOf } from '../document/svg.rules.js';
import { checkCurriculum } from './check.rules.js';
import { readGift } from './gift-read.rules.js';
import { readMoodle } from './moodle-read.rules.js';
import { tooDeepAt } from './nesting.rules.js';
import { pictureOf } from './picture.rules.js';
import { canonicalText, looksUntranslated } from './text.rules.js';
import { wordDiff } from './word-diff.rules.js';
import { effortOf } from '../../test/effort.js';
import { aCurriculum } from '../../test/sample-curriculum.js';

/*
 * What somebody sends to keep the program busy: 200 kB for which a careless pattern takes minutes. Each of these took between
 * two seconds and several minutes once. The bound, in processor seconds, is wide because machines differ.
 */
const bound = 8;
const long = (piece: string, length = 200_000) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const defaults = { module: 'M02', objective: 'M02.1', level: 'remember', use: 'graded', locale: 'en' } as const;

async function within(work: () => unknown): Promise<void> {
  expect(await effortOf(work)).toBeLessThan(bound);
}

describe('a GIFT file is read in time, however', () => {
  test.each([
    ['its tags do not end', `// ${long('[tag:')}\nq {T}`],
    ['its ids do not end', `// ${long('[id:')}\nq {T}`],
    ['its markup does not end', `q ${long('<a')} {T}`],
    ['a number has only dots', `q {#1${long('.')}x}`],
    ['a range has only digits', `q {#${long('1')}..x}`],
    ['it has nothing but signs', `q {${long('=~#')}}`],
    ['it escapes everything', `::${long('\\:')} {T}`],
    ['it is empty lines', long(`\n${' '.repeat(999)}`)],
  ])('%s', (_name, text) => within(() => readGift(text, defaults, new Set())));
});

describe('a Moodle file is read in time and without a fault, however', () => {
  const entry = (inside: string) =>
    `<quiz><question type="shortanswer"><questiontext><text>${inside}</text></questiontext></question></quiz>`;
  test.each([
    ['its markup does not end', entry(long('&lt;br'))],
    ['it hides that in CDATA', entry(`<![CDATA[${long('<br')}]]>`)],
    ['it is spaces', entry(`<![CDATA[<p>${long('\u00A0')}x]]>`)],
    ['it is entities', entry(long('&amp;'))],
    ['it nests', `<quiz>${'<a>'.repeat(60_000)}${'</a>'.repeat(60_000)}</quiz>`],
    ['it does not end', `<quiz>${long('<a')}</quiz>`],
    ['its comments do not end', `<quiz>${long('<!--')}</quiz>`],
    ['it knows of prototypes', '<quiz><__proto__><question>1</question></__proto__><constructor/></quiz>'],
    ['it has entities of its own', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'],
    [
      'its entries are no entries',
      '<quiz><question>text</question><question type="matching"><subquestion>x</subquestion></question></quiz>',
    ],
  ])('%s', (_name, text) => within(() => readMoodle(text, defaults, new Set())));
});

describe('a text is refused before it is parsed, or parsed in time, however', () => {
  const start = '---\ncode: M02\n---\n\n## A {#a minutes=10}\n\n';
  test.each([
    ['one word', long('a')],
    ['one word with apostrophes', long("a'")],
    ['emphasis', long('*a_ ')],
    ['emphasis in emphasis', long('*a **a ')],
    ['stars', long('a*b')],
    ['tags that do not end', long('x<?')],
    ['lines', long('a\n')],
    ['lines that old systems wrote', long('a\r')],
    ['paragraphs', long('a\n\n')],
    ['one list', long('- a\n')],
    ['one quotation', `> ${long('a\n')}`],
    ['rows of a table', `| a | b |\n| - | - |\n${long('| a | b |\n')}`],
    ['links', long('[a](b)\n\n')],
    ['pictures', long('![a](b)\n\n')],
    ['headings', long('## a\n\n')],
    ['a heading of spaces', `## a${long(' \u00A0')}b`],
    ['marks on a letter', `a${long('\u0301\u0316')}`],
    ['Lao marks in no order', `ກ${long('່ັ')}`],
  ])('Markdown is %s', (_name, body) =>
    within(() => {
      for (const [path, change] of [
        ['modules/02-persons/module.md', start + body],
        ['modules/02-persons/module.lo.md', `---\ntitle: ກ\n---\n\n## ກ {#why}\n\nກ ${body}`],
      ] as const)
        if (tooDeepAt(path, change) === null) checkCurriculum(aCurriculum({ [path]: change }));
    }),
  );

  test.each([
    ['keys', Array.from({ length: 20_000 }, (_, index) => `a${index}: 1`).join('\n')],
    ['keys in braces', `{${Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(', ')}}`],
    ['entries', `questions: [${long('1, ', 100_000)}]`],
    ['the same key', long('a: 1\n', 100_000)],
    ['one alias', `a: &a 1\nb: [${long('*a, ', 100_000)}]`],
  ])('YAML is %s', (_name, text) =>
    within(() => {
      checkCurriculum(aCurriculum({ 'modules/02-persons/questions.yaml': text, 'tests/post-test.yaml': text }));
    }),
  );

  test('what people write passes: ten times the longest module, and a table of two hundred rows in bold', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `| **act ${row}** | means |`).join('\n');
    const words = Array.from(
      { length: 800 },
      () => 'Words of a *paragraph* that says [something](https://x.example).',
    ).join('\n\n');
    expect(tooDeepAt('module.md', `${start}| a | b |\n| --- | --- |\n${rows}\n\n${words}\n`)).toBeNull();
  });
});

describe('a drawing is refused or read in time and without a fault, however', () => {
  const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;
  test.each([
    ['its comments do not end', drawing(long('<!--'))],
    ['it nests', drawing('<g>'.repeat(30_000) + '</g>'.repeat(30_000))],
    ['it has a billion elements, or as many as fit', drawing(long('<g/>'))],
    ['it is one attribute', drawing(`<path d="${long('0')}"/>`)],
    [
      'it is a thousand attributes',
      drawing(`<g ${Array.from({ length: 9_999 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    ],
    ['it does not end', `<svg ${long('<svg')}`],
    ['it is spaces', `<svg${long(' ')}x`],
    ['it knows of prototypes', drawing('<__proto__ constructor="x"/>')],
  ])('%s', (_name, text) =>
    within(() => {
      pictureOf(Buffer.from(text));
      drawingOf(text);
    }),
  );
});

test('texts are compared in time', async () => {
  await within(() => wordDiff(long('ກຂຄງຈ'), long('ຈງຄຂກ')));
  await within(() => looksUntranslated(long('a')));
  await within(() => canonicalText(`a${long(' ')}b`));
});
