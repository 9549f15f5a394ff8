import { expect, test } from '@jest/globals';
import { fault } from './fault.rules.js';
import { faultCounts, faultLines } from './fault-lines.command.js';
import { issuesOf } from './fault-issues.rules.js';

const minutes = fault('module.minutes', { file: 'module.md', line: 4, column: 1 }, { sum: 30, minutes: 40 });
const whole = fault('folder.missing', { file: '', line: 1, column: 1 }, { path: 'x' });
const broken = {
  ...fault('yaml.broken', { file: 'curriculum.yaml', line: 3, column: 8 }, { reason: { en: 'a sign', lo: 'ເຄື່ອງໝາຍ' } }),
  detail: 'Missing , in flow map',
};

test('a terminal shows place, sentence and hint in the language asked for', () => {
  expect(faultLines('curricula/x', minutes, 'en').split('\n')).toEqual([
    'curricula/x/module.md:4:1',
    '  error: The sections add up to 30 minutes, the module says 40.',
    '  Change the minutes of a section or of the module.',
  ]);
  expect(faultLines('curricula/x', minutes, 'lo').split('\n')).toEqual([
    'curricula/x/module.md:4:1',
    '  ຂໍ້ຜິດພາດ: ພາກທັງໝົດລວມກັນ 30 ນາທີ, ແຕ່ໂມດູນບອກ 40.',
    '  ກະລຸນາປ່ຽນນາທີຂອງພາກໃດໜຶ່ງ ຫຼື ຂອງໂມດູນ.',
  ]);
  expect(faultLines('curricula/x', whole, 'en')).toMatch(/^curricula\/x\n/);
  expect(faultLines('.', broken, 'en')).toContain('\n  The reader says: “Missing , in flow map”\n');
});

test('and how many of each there are', () => {
  expect(faultCounts([minutes, whole], 'en')).toBe('2 errors, 0 warnings, 0 notes.');
  expect(faultCounts([minutes, whole], 'lo')).toBe('ຂໍ້ຜິດພາດ 2 ຂໍ້, ຄຳເຕືອນ 0 ຂໍ້, ໝາຍເຫດ 0 ຂໍ້.');
});

test('a refusal names the errors in both languages, with file and line', () => {
  const warning = fault('text.not-lao', { file: 'module.lo.md', line: 2, column: 1 });
  expect(issuesOf([warning, minutes, whole])).toEqual([
    {
      path: 'module.md:4',
      code: 'module.minutes',
      message: `${minutes.sentence.en} ${minutes.hint?.en}`,
      sentence: {
        en: `${minutes.sentence.en} ${minutes.hint?.en}`,
        lo: `${minutes.sentence.lo} ${minutes.hint?.lo}`,
      },
    },
    { path: '', code: 'folder.missing', message: 'There is no folder x.', sentence: whole.sentence },
  ]);
});
