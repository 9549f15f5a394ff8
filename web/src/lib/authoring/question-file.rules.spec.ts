import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatOfText, textOfFile } from './question-file.rules.ts';

describe('a file of questions', () => {
  for (const [what, text, format] of [
    ['a quiz in XML', '<?xml version="1.0"?>\n<quiz><question/></quiz>', 'moodle'],
    ['another document in XML', '<html><body>{T}</body></html>', null],
    ['GIFT with a title', '::Q1:: Is it so? {TRUE}', 'gift'],
    ['GIFT that begins with a remark', '// a bank\n\nTwo and two {\n=four\n~five\n}', 'gift'],
    ['braces that only stand for themselves', 'A set \\{1, 2\\} of numbers.', null],
    ['a letter', 'Dear colleague,', null],
    ['an essay without an answer', 'What do you think? {}', 'gift'],
    ['nothing', '', null],
  ] as const)
    test(`with ${what} is ${format ?? 'none'}`, () => assert.equal(formatOfText(text), format));

  test('is found to be none, whatever it holds', () => assert.equal(formatOfText('{'.repeat(300_000)), null));

  for (const [what, bytes, text] of [
    ['UTF-8', [0xe0, 0xba, 0x81], 'ກ'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16 as Windows writes it', [0xff, 0xfe, 0x81, 0x0e], 'ກ'],
    ['another encoding', [0x61, 0xe9, 0x62], null],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0], null],
  ] as const)
    test(`in ${what} is ${text === null ? 'not read' : 'read'}`, () =>
      assert.equal(textOfFile(new Uint8Array(bytes)), text));
});
