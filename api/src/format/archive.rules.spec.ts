import { describe, expect, test } from '@jest/globals';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { packables, packSource } from './archive-pack.rules.js';
import { packInPortions, readArchiveInPortions } from './archive.portions.js';
import { readArchive } from './archive.rules.js';
import { canonicalForm, contentHash } from './canonical.rules.js';
import { checkCurriculum } from './check.rules.js';
import type { Source } from './folder.source.js';
import { pictureOf } from './picture.rules.js';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect x="1" y="1" width="8" height="8"/></svg>';

function withDrawing(): Source {
  const { texts } = aCurriculum({
    'modules/02-persons/module.md': ['An invented case.', 'An invented case.\n\n![A box](images/box.svg)'],
  });
  return { texts, pictures: new Map([['modules/02-persons/images/box.svg', pictureOf(Buffer.from(drawing))!]]) };
}

const zipped = (files: Record<string, string | Uint8Array>, options: object = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        [typeof content === 'string' ? strToU8(content) : content, options],
      ]),
    ) as Zippable,
  );
const codes = (archive: Uint8Array) => readArchive(archive).faults.map(({ code }) => code);
const hashOf = (source: Source) => contentHash(canonicalForm(checkCurriculum(source).curriculum!));

describe('an archive', () => {
  test('holds the whole curriculum: exported and imported again it has the same content hash', () => {
    const source = withDrawing();
    const { source: read, faults } = readArchive(packSource(source));
    expect(faults).toEqual([]);
    expect([...read.texts].sort()).toEqual([...source.texts].sort());
    expect(hashOf(read)).toBe(hashOf(source));
  });

  test('has the same bytes whatever the order of the files and the time of day', async () => {
    const { texts, pictures } = withDrawing();
    const first = packSource({ texts, pictures });
    const second = packSource({ texts: new Map([...texts].reverse()), pictures });
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('has the same bytes and says the same when others have their turn between its files', async () => {
    const source = withDrawing();
    const chunks: Uint8Array[] = [];
    for await (const chunk of packInPortions(packables(source))) chunks.push(chunk);
    const whole = Buffer.from(packSource(source));
    expect(Buffer.compare(Buffer.concat(chunks), whole)).toBe(0);
    const asked: number[] = [];
    const read = await readArchiveInPortions({
      size: whole.length,
      read: (at, length) => (asked.push(length), whole.subarray(at, at + length)),
    });
    expect([hashOf(read.source), read.faults]).toEqual([hashOf(source), []]);
    const [[, box] = []] = read.source.pictures;
    const before = asked.length;
    expect(box!.bytes.toString()).toBe(drawing);
    expect(asked.length).toBeGreaterThan(before);
  });

  test('is what the packing program of everybody makes of the same files', () => {
    const { texts } = aCurriculum();
    const files = Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(
      Buffer.compare(
        packSource({ texts, pictures: new Map() }),
        zipped(files, { mtime: new Date(1980, 0, 1), level: 6 }),
      ),
    ).toBe(0);
  });

  test('may hold the folder of the curriculum, as archives made by hand do, and what systems leave behind', () => {
    const files = Object.fromEntries([...aCurriculum().texts].map(([path, text]) => [`sample/${path}`, text]));
    const { source, faults } = readArchive(
      zipped({ ...files, '__MACOSX/sample/._x': 'x', 'sample/.DS_Store': 'x', 'sample/film.mp4': 'x' }),
    );
    expect(faults.map(({ code, file }) => [code, file])).toEqual([['file.unknown', 'film.mp4']]);
    expect(source.texts.has('curriculum.yaml')).toBe(true);
  });
});

describe('an archive is refused as a whole', () => {
  test.each([
    ['with a path that climbs out', { '../evil.md': 'x' }, 'archive.path'],
    ['with a path from the root', { '/etc/evil.md': 'x' }, 'archive.path'],
    ['with a path of another system', { 'C:\\evil.md': 'x' }, 'archive.path'],
    ['with a path that is too deep', { 'a/b/c/d/e.md': 'x' }, 'archive.path'],
    ['with two files that some systems take for one', { 'a.md': 'x', 'A.md': 'y' }, 'archive.twice'],
    ['with text that is none', { 'a.md': Uint8Array.of(0xff, 0xfe) }, 'file.not-text'],
    ['with text that no database keeps', { 'a.md': 'a\u0000b' }, 'file.not-text'],
    ['with a picture that is none', { 'modules/x/images/a.png': 'not a picture' }, 'prose.image-kind'],
    [
      'with a drawing that could run code',
      { 'a.svg': drawing.replace('<rect', '<script>1</script><rect') },
      'prose.image-kind',
    ],
    ['with a text that is too large', { 'a.md': 'x'.repeat(600 * 1024) }, 'file.too-large'],
  ] as const)('%s', (_name, files, code) => {
    const { source, faults } = readArchive(zipped({ 'curriculum.yaml': 'code: x', ...files } as never));
    expect(faults.map((fault) => fault.code)).toContain(code);
    expect(source.texts.size).toBe(0);
  });

  test('with a symbolic link', () => {
    const link = zipped({ 'a.md': '/etc/passwd' }, { os: 3, attrs: (0o120777 << 16) >>> 0 });
    expect(codes(link)).toEqual(['file.link']);
  });

  test('with more files than a curriculum can have', () => {
    const files = Object.fromEntries(Array.from({ length: 4001 }, (_, index) => [`f${index}.md`, 'x']));
    expect(codes(zipped(files, { level: 0 }))).toEqual(['folder.too-many-files']);
  });

  test('with an entry that unpacks to more than it says, without unpacking it', () => {
    const archive = Buffer.from(zipped({ 'a.md': new Uint8Array(100 * 1024 * 1024).fill(120) }));
    const directory = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    archive.writeUInt32LE(10, directory + 24);
    const before = process.memoryUsage().arrayBuffers;
    expect(codes(archive)).toEqual(['file.too-large']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * 1024 * 1024);
  });

  test.each([
    ['nothing at all', new Uint8Array(0)],
    ['something else', strToU8('PK but not really')],
    ['half of one', packSource(aCurriculum()).slice(0, 900)],
  ])('when it is %s', (_name, bytes) => {
    expect(codes(bytes)).toEqual(['archive.broken']);
  });

  test('with bytes that were changed on the way', () => {
    const archive = zipped({ 'a.md': 'the quick brown fox' }, { level: 0 });
    archive[40] = archive[40]! ^ 1;
    expect(codes(archive)).toEqual(['archive.broken']);
  });
});
