import { describe, expect, it } from '@jest/globals';
import { type CohortVersions, knownVersions, placed, shownVersions, versionOf } from './cohort-versions.rules.js';
import { begunModules, newerVersion, pinsAfter, timetableFits, upgradeFault } from './upgrade.rules.js';

const numbered = (...versions: string[]) => versions.map((version) => ({ id: version, version }));
const versions = (pins: CohortVersions['pins'] = [], past: string[] = []): CohortVersions => ({
  cohortId: 'class',
  versionId: '2.0.0',
  pins,
  variant: null,
  past,
});

describe('the newer version for a class', () => {
  it.each([
    ['1.0.0', ['1.0.0'], null],
    ['1.0.0', ['0.9.0', '1.0.0'], null],
    ['1.0.0', ['1.0.0', '1.0.1', '1.2.0', '1.1.0'], '1.2.0'],
    ['1.9.0', ['1.9.0', '1.10.0'], '1.10.0'],
    ['1.0.0', ['1.0.0', '2.0.0-rc.1'], null],
    ['1.0.0', ['1.0.0', '1.1.0', '2.0.0-rc.1'], '1.1.0'],
    ['2.0.0-rc.1', ['2.0.0-rc.1', '2.0.0-rc.2'], '2.0.0-rc.2'],
    ['2.0.0-rc.1', ['2.0.0-rc.2', '2.0.0'], '2.0.0'],
  ])('of %s among %j is %s', (current, all, expected) => {
    expect(newerVersion({ id: current, version: current }, numbered(...all))?.version ?? null).toBe(expected);
  });

  it.each([
    ['1.1.0', null],
    ['1.0.5', 'upgrade.outdated'],
    ['1.0.0', 'upgrade.not_newer'],
    ['0.9.0', 'upgrade.not_newer'],
    ['7.0.0', 'upgrade.not_newer'],
  ])('can be decided on as %s: %s', (to, fault) => {
    const all = numbered('0.9.0', '1.0.0', '1.0.5', '1.1.0');
    expect(upgradeFault(to, { id: '1.0.0', version: '1.0.0' }, all)).toBe(fault);
  });
});

describe('what of a class is on which version', () => {
  const pins = [
    { kind: 'module', code: 'M01', versionId: '1.0.0' },
    { kind: 'module', code: 'M09', versionId: '1.0.0' },
  ] as const;
  const modules: Record<string, { code: string; title: string }[]> = {
    '1.0.0': ['M01', 'M02', 'M09'].map((code) => ({ code, title: `old ${code}` })),
    '2.0.0': ['M02', 'M01', 'M03'].map((code) => ({ code, title: `new ${code}` })),
  };

  it('is the pin, else that of the class', () => {
    expect(versionOf(versions(pins), 'module', 'M01')).toBe('1.0.0');
    expect(versionOf(versions(pins), 'module', 'M02')).toBe('2.0.0');
    expect(versionOf(versions(pins), 'test', 'M01')).toBe('2.0.0');
  });

  it('keeps the order of its version, and what only a pin holds comes last', () => {
    expect(placed(versions(pins), 'module', (id) => modules[id]!).map(({ title }) => title)).toEqual([
      'new M02',
      'old M01',
      'new M03',
      'old M09',
    ]);
  });

  it('is known for what a device may still hold', () => {
    expect(shownVersions(versions(pins, ['0.5.0']))).toEqual(['2.0.0', '1.0.0']);
    expect(knownVersions(versions(pins, ['0.5.0', '1.0.0']))).toEqual(['2.0.0', '1.0.0', '0.5.0']);
  });
});

describe('what stays when a class moves on', () => {
  const held = { taught: ['M01', 'M02'], opened: ['pre-test'] };
  const before = versions([
    { kind: 'module', code: 'M01', versionId: '1.0.0' },
    { kind: 'module', code: 'M05', versionId: '1.0.0' },
  ]);

  it('is nothing when all of it is accepted', () => {
    expect(pinsAfter('all', before, held, ['pre-test', 'post-test'])).toEqual([]);
  });

  it('is an opened test that the new version does not have, whatever was chosen', () => {
    expect(pinsAfter('all', before, held, ['post-test'])).toEqual([
      { kind: 'test', code: 'pre-test', versionId: '2.0.0' },
    ]);
  });

  it('is what was taught and opened, each on the version it has, when the rest is accepted', () => {
    expect(pinsAfter('unopened', before, held, ['pre-test'])).toEqual([
      { kind: 'module', code: 'M01', versionId: '1.0.0' },
      { kind: 'module', code: 'M02', versionId: '2.0.0' },
      { kind: 'test', code: 'pre-test', versionId: '2.0.0' },
    ]);
  });
});

describe('what was taught', () => {
  const session = (startsMinute: number, moduleCode: string | null, date = '2026-10-12') => ({
    date,
    startsMinute,
    moduleCode,
  });

  it('is what has begun on the clock of Vientiane', () => {
    const sessions = [
      session(480, null),
      session(510, 'M01'),
      session(540, 'M02'),
      session(541, 'M03'),
      session(600, 'M01'),
      session(480, 'M04', '2026-10-13'),
    ];
    expect(begunModules(sessions, new Date('2026-10-12T02:00:00Z'))).toEqual(['M01', 'M02']);
  });

  it.each([
    [45, 'M01', 'same'],
    [60, 'M01', 'differs'],
    [45, 'M02', 'differs'],
  ])('a timetable for 45 minutes of M01 and an agenda with %i of %s: %s', (minutes, code, expected) => {
    const before = [{ kind: 'module', code: 'M01', minutes: 45, titleEn: 'Old title' }];
    expect(timetableFits(before, [{ kind: 'module', code, minutes }])).toBe(expected);
  });
});
