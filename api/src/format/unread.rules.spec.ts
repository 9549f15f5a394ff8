import { describe, expect, test } from '@jest/globals';
import { aCurriculum } from '../../test/sample-curriculum.js';
import { checkCurriculum } from './check.rules.js';
import { type Snapshot, snapshotOf } from './snapshot.rules.js';
import { comparableTo, type Unread } from './unread.rules.js';

const whole = snapshotOf(checkCurriculum(aCurriculum()).curriculum!);
const module = whole.modules[0]!;
const holding = (...codes: string[]): Snapshot => ({
  ...whole,
  modules: codes.map((code) => ({ ...module, code })),
  files: { 'tests/pre-test': 'pre', 'tests/post-test': 'post' },
});
const unread = (path: string, code: string | null = null): Unread => ({ path, code });

describe('what is left to compare with when something cannot be read', () => {
  test.each<[string, string[], string[], Unread[], string[]]>([
    ['all of it, when all is read', ['M01', 'M02'], ['M01'], [], ['M01', 'M02']],
    ['not the module that is unread', ['M01', 'M02', 'M03'], ['M01'], [unread('modules/2', 'M02')], ['M01', 'M03']],
    [
      'only what is read, when nobody knows which module it is',
      ['M01', 'M02'],
      ['M01'],
      [unread('modules/2')],
      ['M01'],
    ],
    ['all modules, when it is a test', ['M01', 'M02'], ['M01'], [unread('tests/pre-test')], ['M01', 'M02']],
  ])('%s', (_name, before, after, missing, left) => {
    expect(comparableTo(holding(...before), holding(...after), missing).modules.map(({ code }) => code)).toEqual(left);
  });

  test('not the test that is unread', () => {
    const { files } = comparableTo(holding('M01'), holding('M01'), [unread('tests/pre-test')]);
    expect(files).toEqual({ 'tests/post-test': 'post' });
  });
});
