import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aCurriculumFolder } from '../../test/sample-curriculum.js';
import { checkCurriculum, readFolder } from '../format/index.js';
import { recordTranslated } from './translated.command.js';

let folder: string;
const lines: string[] = [];
beforeEach(async () => {
  folder = await aCurriculumFolder();
  lines.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const record = (wish = {}) => recordTranslated(folder, wish, (line) => void lines.push(line));
const sidecar = () => readFile(join(folder, 'modules/02-persons/translation.lo.yaml'), 'utf8');
const stale = async () => checkCurriculum((await readFolder(folder)).source).curriculum!.modules[0]!.stale;

async function change(from: string, to: string): Promise<void> {
  const path = join(folder, 'modules/02-persons/module.md');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(from, to));
}

test('all texts are recorded, and once more changes nothing', async () => {
  expect(await record()).toBe(15);
  expect(lines).toEqual(['M02: 15 texts recorded']);
  const text = await sidecar();
  expect(await record()).toBe(0);
  expect(await sidecar()).toBe(text);
});

test('one text is recorded, the others stay out of date', async () => {
  await record();
  await change('1. Read the cards.', '1. Read all the cards.');
  await change('Consent may not matter.', 'Consent never matters.');
  expect(await stale()).toEqual(['case-wall', 'k-consent']);
  expect(await record({ module: 'M02', unit: 'case-wall' })).toBe(1);
  expect(await stale()).toEqual(['k-consent']);
});

test('a module or a text that is not there is named', async () => {
  await expect(record({ module: 'M99' })).rejects.toThrow('M99');
  await expect(record({ unit: 'nothing' })).rejects.toThrow('nothing');
  await expect(recordTranslated('/nowhere', {}, () => {})).rejects.toThrow('curriculum.yaml');
});
