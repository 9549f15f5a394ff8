import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownOf, plainSpaces, type RichNode, setApart, straightFences } from './rich-paste.rules.ts';

type Piece = RichNode | string;

function el(nodeName: string, given: Readonly<Record<string, string>> | Piece = {}, ...pieces: Piece[]): RichNode {
  const isPiece = typeof given === 'string' || 'nodeType' in given;
  const attributes = isPiece ? {} : (given as Readonly<Record<string, string>>);
  const childNodes = (isPiece ? [given as Piece, ...pieces] : pieces).map(nodeOf);
  const textContent = childNodes.map((one) => one.textContent ?? '').join('');
  return { nodeType: 1, nodeName, textContent, childNodes, getAttribute: (name) => attributes[name] ?? null };
}

const nodeOf = (piece: Piece): RichNode =>
  typeof piece === 'string' ? { nodeType: 3, nodeName: '#text', textContent: piece, childNodes: [] } : piece;
const item = (level: number, mark: string, text: string) =>
  el(
    'P',
    { style: `mso-list:l0 level${level} lfo1` },
    el('SPAN', { style: 'mso-list:Ignore' }, mark, '\u00A0\u00A0'),
    text,
  );

const cases: readonly [what: string, page: RichNode, text: string][] = [
  [
    'paragraphs with bold and italic words',
    el('BODY', el('P', 'Ask ', el('B', 'open '), 'questions.'), el('P', el('I', 'Never'), ' lead.')),
    'Ask **open** questions.\n\n*Never* lead.',
  ],
  [
    'a list of a word processor, with one below another',
    el('BODY', el('P', 'Three signs:'), item(1, '·', 'fear'), item(2, 'o', 'looks away'), item(1, '·', 'no papers')),
    'Three signs:\n\n- fear\n   - looks away\n- no papers',
  ],
  ['a numbered list of a word processor', el('BODY', item(1, '1.', 'Greet'), item(1, '2.', 'Ask')), '1. Greet\n2. Ask'],
  [
    'a list of a page, with one in another',
    el('BODY', el('OL', el('LI', el('P', 'Greet')), el('LI', 'Ask', el('UL', el('LI', 'where to'))))),
    '1. Greet\n2. Ask\n   - where to',
  ],
  [
    'a table; its first row becomes the head',
    el(
      'BODY',
      el(
        'TABLE',
        el('TBODY', el('TR', el('TD', el('P', 'Class')), el('TD', 'Hours')), el('TR', el('TD', 'A|B'), el('TD', '8'))),
      ),
    ),
    '| Class | Hours |\n| --- | --- |\n| A\\|B | 8 |',
  ],
  [
    'a heading, which is one within a section',
    el('BODY', el('H1', el('B', 'Why')), el('P', 'It matters.')),
    '### Why\n\nIt matters.',
  ],
  [
    'a document that lies whole in a mark that is none',
    el(
      'BODY',
      el(
        'B',
        { style: 'font-weight:normal' },
        el('P', 'a ', el('SPAN', { style: 'font-weight:700' }, 'b')),
        el('P', 'c'),
      ),
    ),
    'a **b**\n\nc',
  ],
  ['a line that is broken', el('BODY', el('P', el('B', 'One'), el('BR'), 'two')), '**One**\\\ntwo'],
  ['letters that would be marks', el('BODY', el('P', '# [a] 2 * 3 ', el('B', 'x'))), '\\# \\[a\\] 2 \\* 3 **x**'],
  ['a bullet that was typed', el('BODY', el('P', '•\u00A0', el('B', 'fear'))), '- **fear**'],
  [
    'an address, and one that runs a script',
    el(
      'BODY',
      el('P', el('A', { href: 'https://example.org/a' }, 'law'), ' ', el('A', { href: 'javascript:x' }, 'no')),
    ),
    '[law](https://example.org/a) no',
  ],
  ['Lao with its breaks of words as typed', el('BODY', el('P', el('B', 'ການ\u200Bຄ້າ'), 'ມະນຸດ')), '**ການ\u200Bຄ້າ**ມະນຸດ'],
];

for (const [what, page, text] of cases) test(`pasted: ${what}`, () => assert.equal(markdownOf(page)?.text, text));

test('a page without anything rich is pasted as its plain text', () => {
  assert.equal(
    markdownOf(el('BODY', el('P', 'code: M01'), el('DIV', el('SPAN', { style: 'color:red' }, '* a')))),
    null,
  );
});

test('pictures are counted, because they do not come', () => {
  assert.equal(markdownOf(el('BODY', el('P', el('IMG'), 'a'), el('IMG')))?.pictures, 2);
});

test('spaces that only look like one become one, and marks that nobody sees go', () => {
  assert.equal(plainSpaces('a\u00A0b\u00ADc\uFEFFd\u200Be'), 'a bcd\u200Be');
});

test('blocks are set apart from the words beside them, and words are not', () => {
  assert.equal(setApart('- a\n- b', 'Signs: ', ''), '\n\n- a\n- b');
  assert.equal(setApart('| a | b |\n| --- | --- |', '', 'Text'), '| a | b |\n| --- | --- |\n\n');
  assert.equal(setApart('- a', '', ''), '- a');
  assert.equal(setApart('**open**', 'Ask ', ' questions'), '**open**');
});

test('the line that opens a block gets straight quotation marks, and what people say keeps its own', () => {
  const typed = ':::case{#a title=“Ten waiters”}\nHe said “go”.\n:::';
  assert.equal(straightFences(typed), ':::case{#a title="Ten waiters"}\nHe said “go”.\n:::');
});
