import { describe, expect, test } from '@jest/globals';
import type { Source } from './folder.source.js';
import { readModule } from './module.rules.js';
import { tooDeepAt } from './nesting.rules.js';
import { modulePage } from './page.rules.js';
import { canonicalText, letterFaults } from './text.rules.js';

const front = `---
code: M02
title: T
minutes: 10
objectives:
  - { id: M02.1, text: x }
---

## A {#a minutes=10}

`;
const english = 'modules/x/module.md';
const bank = 'modules/x/questions.yaml';

/** The module with a file as somebody typed it, read as the program reads: what it refuses, and what pages it gives. */
function reading(path: string, typed: string) {
  const line = tooDeepAt(path, typed);
  if (line !== null) return { codes: [`deep ${line}`], html: '' };
  const text = canonicalText(typed);
  const texts = new Map([[english, `${front}Words.\n`], [path, text] as const]);
  const source: Source = { texts, pictures: new Map() };
  const { module, faults } = readModule(source, 'x', true);
  const pages = (['en', 'lo'] as const).flatMap((locale) =>
    (['participant', 'trainer'] as const).map((audience) =>
      module === null ? null : modulePage(module, [], locale, audience, 'draft'),
    ),
  );
  const blocks = pages.flatMap((page) => page?.sections.flatMap((section) => section.blocks) ?? []);
  return {
    codes: [...letterFaults(path, text), ...faults].map(({ code }) => code),
    html: blocks.map((block) => ('html' in block ? block.html : '')).join('\n'),
  };
}

const markdown = (body: string) => reading(english, `${front}${body}\n`);

/** Every element with its attributes, as a browser would make them of the HTML. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  return [...html.matchAll(/<([a-zA-Z!?/][^\s>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)].map(([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: Object.fromEntries(
      [...rest!.matchAll(/([^\s"'=<>/]+)(?:="([^"]*)")?/g)].map(([, attribute, value]) => [attribute!, value ?? '']),
    ),
  }));
}

const harmless =
  /^\/?(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|hr|br|strong|em|mark|span|a|table|thead|tbody|tr|th|td|img)$/;

describe('whatever an author writes in Markdown', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in a word', 'a<script src=//evil.example>b'],
    ['an event attribute', '<img src=x onerror=alert(1)>'],
    ['an element of SVG', '<svg><script>alert(1)</script></svg>'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a comment that browsers end early', '<!--><script>alert(1)</script>-->'],
    ['a processing instruction', '<?php echo 1 ?><![CDATA[<b>]]>'],
    ['half a tag', '<img src="x" alt="'],
    ['a link that runs', '[a](javascript:alert(1))'],
    ['one in odd case', '[a](JaVaScRiPt:alert(1))'],
    ['one with entities', '[a](&#106;avascript&colon;alert(1)) [b](java&Tab;script:alert(1))'],
    ['one with control characters', '[a](<java\tscript:alert(1)>) [b](\u0001javascript:alert(1))'],
    ['one with escapes', '[a](javascript\\:alert\\(1\\))'],
    ['one in angle brackets', '<javascript:alert(1)> <data:text/html,x> <vbscript:x>'],
    ['one with data', '[a](data:text/html;base64,PHNjcmlwdD4=) [b](vbscript:x) [c](file:///etc/passwd)'],
    ['one without a scheme', '[a](//evil.example) [b](/api/v1/session) [c](\\\\evil.example\\x)'],
    ['one that breaks out of its attribute', '[a](https://x.example/"onmouseover="alert(1))'],
    ['a title that breaks out', '[a](https://x.example "x\\" onmouseover=alert(1) ")'],
    ['a link in a link', '[a [b](javascript:alert(1)) c](https://x.example)'],
    ['a reference', '[a][b]\n\n[b]: javascript:alert(1) "t"'],
    ['a footnote', 'a[^1]\n\n[^1]: <script>alert(1)</script>'],
    ['a picture by address', '![a](https://evil.example/x.png) ![b](//evil.example/x) ![c](data:image/svg+xml,x)'],
    ['a picture that breaks out', '![x" onerror="alert(1)](images/x.png"onerror="alert(1))'],
    ['a picture of another folder', '![a](../../etc/passwd) ![b](/api/v1/media/x)'],
    ['a mark with attributes', ':tbc[a]{onclick=alert(1) style="x" .evil #evil}'],
    ['a block with attributes', ':::everyone{#b onclick="alert(1)" style="x" class="y"}\nx\n:::'],
    ['a block with a script as title', ':::everyone{#b title="<script>alert(1)</script>"}\nx\n:::'],
    ['a language of code', '```"><script>alert(1)</script>\nx\n```'],
    ['code', '`<script>alert(1)</script>`\n\n```html\n<script>alert(1)</script>\n```'],
    ['a table', '| <b onclick=x> | [a](javascript:x) |\n| --- | :-: |\n| <script> | ![x](x) |'],
    ['keys of objects', ':::everyone{#constructor title="__proto__" __proto__=x constructor=y}\nx\n:::'],
  ])('%s becomes neither code nor an address that is fetched', (_name, body) => {
    const { html } = markdown(body);
    for (const { name, attributes } of elementsOf(html)) {
      expect(name).toMatch(harmless);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).toMatch(/^(?:lang|href|rel|class|start|align|src|alt|width|height|loading)$/);
        if (attribute === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|#)/);
        if (attribute === 'src') expect(value).toMatch(/^\/api\/v1\/media\/[0-9a-f]{64}$/);
      }
    }
  });

  test.each([
    ['a bidirectional control', 'Pay 100 \u202E001\u202C kip', 'text.control'],
    ['a null', 'a\u0000b', 'text.control'],
    ['an escape', 'a\u001B[31mb', 'text.control'],
    ['a hundred marks on a letter', `a${'\u0301'.repeat(100)}`, 'deep 11'],
  ])('is refused with %s', (_name, body, code) => {
    expect(markdown(body).codes).toContain(code);
  });
});

describe('YAML of an author', () => {
  const yaml = (text: string) => reading(bank, text).codes.filter((code) => !code.startsWith('translation.'));
  const bomb = [
    'a: &a [x, x, x]',
    ...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`),
  ];

  test.each([
    ['a bomb of aliases', [...bomb, 'questions: *j'].join('\n'), 'yaml.broken'],
    ['an alias', 'x: &a []\nquestions: *a', 'yaml.broken'],
    ['an alias for a key', 'x: &a questions\n*a : []', 'yaml.broken'],
    ['a merge', '<<: { a: 1 }\nquestions: []', 'field.unknown'],
    ['a merge of YAML 1.1', '%YAML 1.1\n---\n<<: { questions: [] }', 'yaml.broken'],
    ['a tag that would run', 'questions: !!js/function "function () {}"', 'field.type'],
    ['a tag of bytes', 'questions: !!binary aGVsbG8=', 'field.type'],
    ['two documents', 'questions: []\n---\nquestions: []', 'yaml.broken'],
    ['a key twice', 'questions: []\nquestions: []', 'yaml.broken'],
    ['a list as key', '? [a]\n: 1', 'yaml.broken'],
    ['the prototype', '__proto__: { questions: [] }\nquestions: []', 'field.unknown'],
    ['the constructor', 'constructor: { prototype: 1 }\nquestions: []', 'field.unknown'],
    ['the prototype of a question', 'questions: [{ __proto__: { use: graded }, id: M02-p1 }]', 'field.missing'],
    ['no number', numberQuestion('.nan'), 'field.type'],
    ['a number without end', numberQuestion('.inf'), 'field.type'],
    ['a null in a text', numberQuestion('1').replace('prompt: { en: a }', 'prompt: { en: "a\\0b" }'), 'field.form'],
    ['half a character', numberQuestion('1').replace('prompt: { en: a }', 'prompt: { en: "a\\ud800b" }'), 'field.form'],
    ['a text that turns round', numberQuestion('1').replace('{ en: a }', '{ en: "a\\u202eb" }'), 'field.form'],
  ])('is refused with %s', (_name, text, code) => {
    expect(yaml(text)[0]).toBe(code);
    expect(({} as Record<string, unknown>)['questions']).toBeUndefined();
  });

  test('may call things by any word, also by those that objects know', () => {
    const question = `questions:
  - { id: M02-constructor, use: graded, type: single, objective: M02.1, level: apply, prompt: { en: a }, rationale: { en: b }, options: [{ id: constructor, text: { en: a }, correct: true }, { id: valueof, text: { en: b } }] }
`;
    expect(yaml(question).filter((code) => !code.startsWith('objective.'))).toEqual([]);
    const { html, codes } = markdown(':::everyone{#constructor}\nx\n:::');
    expect(html).toContain('x');
    expect(codes.filter((code) => !/^(?:translation|objective)\./.test(code))).toEqual([]);
  });
});

function numberQuestion(value: string): string {
  return `questions: [{ id: M02-g1, use: graded, type: number, objective: M02.1, level: apply, prompt: { en: a }, rationale: { en: b }, answer: { value: ${value} } }]`;
}
