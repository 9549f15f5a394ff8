import { describe, expect, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import { parseMarkdown, walk } from './markdown.rules.js';

/** A tree as one line a node: its kind, what it says and the line and column where it begins. */
function outline(text: string): string[] {
  return [...walk(parseMarkdown(text).children)].map(([node, above]) => {
    const { line, column } = node.position?.start ?? {};
    return `${'  '.repeat(above.length)}${node.type} ${saying(node)}${line === undefined ? '' : ` @${line}:${column}`}`;
  });
}

function saying(node: Nodes): string {
  if (node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective')
    return `${node.name} ${JSON.stringify(node.attributes)}${node.type === 'containerDirective' ? ` to ${node.closedAt}` : ''}`;
  if ('url' in node) return node.url;
  return JSON.stringify('value' in node ? node.value : '');
}

describe('blocks', () => {
  test('have a name, what stands in braces, and their end', () => {
    expect(outline(':::key-message{#a title="A &amp; \'B\'" minutes=5 .quiet}\nso\n:::\nafter')).toEqual([
      `containerDirective key-message {"id":"a","title":"A & 'B'","minutes":"5","class":"quiet"} to 3 @1:1`,
      '  paragraph "" @2:1',
      '    text "so" @2:1',
      'paragraph "" @4:1',
      '  text "after" @4:1',
    ]);
  });

  test.each([
    [':::case{#a}\nx', null],
    ['::::case{#a}\n:::\n::::', 3],
    [':::case{#a}\nx\n:::::', 3],
    ['- x\n  :::case{#a}\n  y\n\nz\n:::', null],
  ])('%j end at line %p', (text, line) => {
    const blocks = [...walk(parseMarkdown(text).children)].map(([node]) => node);
    expect(blocks.find((node) => node.type === 'containerDirective')).toMatchObject({ closedAt: line });
  });

  test.each([
    '::: trainer\nx\n:::',
    ':::trainer notes\nx\n:::',
    ':::trainer{#a\nminutes=5}\nx\n:::',
    ':::trainer{#a} :::',
    ':::trainer{=}',
    '::question{id=}',
    ':: question{id=M02-p1}',
  ])('%j is common text, which the check refuses', (text) => {
    expect(parseMarkdown(text).children.map(({ type }) => type)).toEqual(['paragraph']);
  });

  test('end a paragraph without a blank line, as fences do', () => {
    expect(parseMarkdown('text\n::question{id=M02-p1}\nmore').children.map(({ type }) => type)).toEqual([
      'paragraph',
      'leafDirective',
      'paragraph',
    ]);
  });
});

describe('marks', () => {
  test('stand in a line with what they mark', () => {
    expect(outline('a fine of :tbc[10–100 *million*] kip')).toEqual([
      'paragraph "" @1:1',
      '  text "a fine of " @1:1',
      '  textDirective tbc {} @1:11',
      '    text "10–100 " @1:16',
      '    emphasis "" @1:23',
      '      text "million" @1:24',
      '  text " kip" @1:33',
    ]);
  });

  test.each(['10:30', 'act:means[x]', ':tbcx[y]', '::tbc[z]', 'tbc[y]'])('%s is text', (text) => {
    expect(outline(`so ${text}`)).toEqual(['paragraph "" @1:1', `  text ${JSON.stringify(`so ${text}`)} @1:1`]);
  });

  test('that are never closed mark nothing, which the check refuses', () => {
    expect(outline(':tbc[open')).toContain('  textDirective tbc {} @1:1');
  });
});

describe('what an author may type', () => {
  test.each([
    ['[a](javascript:alert(1))', 'javascript:alert(1)'],
    ['[a](<data:text/html,x y>)', 'data:text/html,x y'],
    ['![a](../ລາວ.png)', '../ລາວ.png'],
    ['<https://example.org/%20>', 'https://example.org/%20'],
  ])('%s keeps its address for the check to judge', (text, url) => {
    expect([...walk(parseMarkdown(text).children)].map(([node]) => ('url' in node ? node.url : null))).toContain(url);
  });

  test.each([
    ['    indented', ['paragraph']],
    ['text\n---', ['paragraph', 'thematicBreak']],
    ['[x]: http://example.org "t"', ['definition']],
    ['[who]: that was said', ['paragraph']],
    ['~~gone~~', ['paragraph']],
    ['| a |\n|---|\n| b |', ['table']],
    ['<div>\n:::trainer{#a}\n</div>', ['html']],
  ])('%j is read as %j', (text, types) => {
    expect(parseMarkdown(text).children.map(({ type }) => type)).toEqual(types);
  });

  test('has its place on the line, also in lists, on the second line and in tables', () => {
    expect(outline('1. one\n   two [l](#x)\n\n| a | b [m](#y) |\n|---|---|\n')).toEqual(
      expect.arrayContaining(
        ['        link #x @2:8', '        link #y @4:9'].map((line) => expect.stringContaining(line.trim())),
      ),
    );
  });

  test('is told to the last letter of a block, without the blank lines after it', () => {
    const [list, paragraph] = parseMarkdown('- a\n- b\n\n\n\nlast  ').children;
    expect(list!.position!.end.offset).toBe(7);
    expect(paragraph!.position!.start.offset).toBe(11);
  });
});
