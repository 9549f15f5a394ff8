import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCurriculum, aCurriculumFolder, type Change } from '../../test/sample-curriculum.js';
import { checkFolders } from './check.command.js';
import { worked } from './check.lane.js';
import { checkCurriculum } from './check.rules.js';
import { readFolder } from './folder.source.js';

const faulty: Record<string, Change> = {
  'curriculum.yaml': ['attendance_percent: 80', 'attendance_percent: 180'],
  'modules/02-persons/module.md': ['Say HERON slowly.', 'Say HERON slowly. <b>now</b>'],
  'modules/09-unlisted/module.md': 'nothing',
};

describe('checking folders module by module', () => {
  let folders: string[];
  beforeAll(async () => {
    folders = [
      await aCurriculumFolder(),
      await aCurriculumFolder(faulty),
      await aCurriculumFolder({ 'modules/02-persons/questions.yaml': ['id: M02-', 'id: M03-'] }),
      await aCurriculumFolder({ 'curriculum.yaml': null }),
    ];
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  test('says what checking each as a whole says', async () => {
    const checked = await checkFolders([...folders, '/no/such/folder'], 1);
    expect(checked.map(({ directory }) => directory)).toEqual([...folders, '/no/such/folder']);
    for (const { directory, faults } of checked) {
      const { source, faults: found } = await readFolder(directory);
      expect(faults).toEqual(checkCurriculum(source, found).faults);
    }
    expect(checked[1]!.faults.length).toBeGreaterThan(checked[0]!.faults.length);
  });

  test('hands over what it found from one thread to another, and takes each module once', () => {
    const task = { source: aCurriculum(), folder: '02-persons', hasLao: true };
    const work = { tasks: [task, task], next: new Int32Array(new SharedArrayBuffer(4)) };
    const found = [...worked(work)];
    expect(found.map(([index]) => index)).toEqual([0, 1]);
    expect(structuredClone(found)).toEqual(found);
    expect([...worked(work)]).toEqual([]);
  });
});
