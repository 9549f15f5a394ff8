import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadBytes, sizeText } from './size.rules.ts';

const number = (n: number, digits = 0) => String(Number(n.toFixed(digits)));

test('a size is said in kilobytes, and from a million bytes on in megabytes', () => {
  const sizes = [0, 400, 18_432, 999_499, 999_500, 1_240_000, 12_000_000];
  assert.deepEqual(
    sizes.map((bytes) => sizeText(bytes, number).replace('\u00A0', ' ')),
    ['1 kB', '1 kB', '18 kB', '999 kB', '1 MB', '1.2 MB', '12 MB'],
  );
});

test('a lesson costs what it has in the language of the reader; an older answer does not say', () => {
  const download = { en: 27_000, lo: 29_000 };
  assert.equal(downloadBytes(download, 'lo'), 29_000);
  assert.equal(downloadBytes(undefined, 'en'), 0);
});
