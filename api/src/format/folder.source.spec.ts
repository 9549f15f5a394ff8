import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkCurriculum } from './check.rules.js';
import { readFolder } from './folder.source.js';
import { aCurriculumFolder, changed } from '../../test/sample-curriculum.js';

let folder: string;
beforeEach(async () => {
  folder = await aCurriculumFolder();
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

const codes = async () => (await readFolder(folder)).faults.map(({ code, file }) => `${code} ${file}`);

test('a folder on disk reads as the same curriculum', async () => {
  const { source, faults } = await readFolder(folder);
  expect(checkCurriculum(source, faults).curriculum?.code).toBe('sample');
});

test('a link out of the folder is refused and not read', async () => {
  await symlink('/etc/hostname', join(folder, 'modules/02-persons/stolen.md'));
  await symlink('/etc', join(folder, 'modules/03-etc'));
  expect(await codes()).toEqual(['file.link modules/02-persons/stolen.md', 'file.link modules/03-etc']);
  expect([...(await readFolder(folder)).source.texts.keys()].join()).not.toMatch(/stolen|etc/);
});

test('hidden files are left alone, others that have no use are named', async () => {
  await put('.DS_Store', 'x');
  await put('modules/02-persons/slides.pptx', 'x');
  expect(await codes()).toEqual(['file.unknown modules/02-persons/slides.pptx']);
});

test('a file that is too large or not UTF-8 is named and not read', async () => {
  await put('modules/02-persons/module.md', Buffer.alloc(600 * 1024, 'a'));
  await put('modules/02-persons/module.lo.md', Buffer.from([0xff, 0xfe, 0x41]));
  expect(await codes()).toEqual([
    'file.not-text modules/02-persons/module.lo.md',
    'file.too-large modules/02-persons/module.md',
  ]);
});

test('a picture is known by its first bytes, and is in the page', async () => {
  await put(
    'modules/02-persons/images/map.png',
    Buffer.from('89504e470d0a1a0a0000000d494844520000000400000003', 'hex'),
  );
  await put('modules/02-persons/images/fake.png', '<svg onload="alert(1)"/>');
  expect(await codes()).toEqual(['prose.image-kind modules/02-persons/images/fake.png']);
  await rm(join(folder, 'modules/02-persons/images/fake.png'));
  await put(
    'modules/02-persons/module.md',
    changed({ 'modules/02-persons/module.md': ['An invented case.', '![a map](images/map.png)'] })[
      'modules/02-persons/module.md'
    ]!,
  );
  const { source, faults } = await readFolder(folder);
  expect(checkCurriculum(source, faults).curriculum?.modules[0]?.images.get('images/map.png')).toMatchObject({
    type: 'image/png',
    width: 4,
    height: 3,
  });
});

test('a folder that is not there is one fault', async () => {
  const { faults } = await readFolder(join(folder, 'nowhere'));
  expect(faults).toMatchObject([{ code: 'folder.missing', severity: 'error' }]);
});
