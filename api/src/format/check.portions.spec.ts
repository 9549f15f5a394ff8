import { describe, expect, test } from '@jest/globals';
import { aCurriculum, type Change } from '../../test/sample-curriculum.js';
import { aWideCurriculum } from '../../test/wide-curriculum.js';
import { checkInPortions } from './check.portions.js';
import { checkCurriculum } from './check.rules.js';
import { finding, found } from './finding.rules.js';
import { fault } from './fault.rules.js';
import type { Source } from './folder.source.js';

const faulty: Record<string, Change> = {
  'curriculum.yaml': ['attendance_percent: 80', 'attendance_percent: 180'],
  'modules/02-persons/module.md': ['Say HERON slowly.', 'Say HERON slowly. <b>now</b>'],
  'modules/09-unlisted/module.md': 'nothing',
};
const curricula: [string, Source][] = [
  ['one that is right', aCurriculum()],
  ['one with everything', aWideCurriculum()],
  ['one with faults', aCurriculum(faulty)],
  ['one without an outline', aCurriculum({ 'curriculum.yaml': null })],
];

describe('checking in portions', () => {
  test.each(curricula)('says of %s what checking it at once says', async (_name, source) => {
    const before = [fault('file.unknown', { file: 'x', line: 1, column: 1 })];
    expect(await checkInPortions(source, before)).toEqual(checkCurriculum(source, before));
  });

  test.each(curricula)('needs of the modules of %s only what was found in them', async (_name, source) => {
    const { faults } = await checkInPortions(source, [], (...module) => found(finding(...module)));
    expect(faults).toEqual(checkCurriculum(source).faults);
  });

  test('lets others have their turn between two modules', async () => {
    const seen: string[] = [];
    const source = aCurriculum({ 'curriculum.yaml': ['modules: [', 'modules: [01-none, '] });
    const checked = checkInPortions(source, [], (_source, folder) => {
      seen.push(folder);
      setImmediate(() => seen.push('another'));
      return { module: null, faults: [], questionAt: () => ({ file: '', line: 1, column: 1 }) };
    });
    await checked;
    expect(seen.slice(0, 3)).toEqual(['01-none', 'another', '02-persons']);
  });
});
