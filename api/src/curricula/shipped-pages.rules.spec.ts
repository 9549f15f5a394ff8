import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { checkCurriculum, readFolder } from '../format/index.js';
import { edition } from './edition.rules.js';

const shipped = fileURLToPath(new URL('../../../curricula/', import.meta.url));

describe('what a phone fetches of the curricula that come with the program', () => {
  test.each(['foundation', 'training-of-trainers', 'refresher'])(
    'a module of %s weighs at most 30 kB',
    async (folder) => {
      const { source, faults } = await readFolder(`${shipped}${folder}`);
      const { curriculum } = checkCurriculum(source, faults);
      expect(curriculum).not.toBeNull();
      const heavy = edition(curriculum!, 'salt', source).pages.filter(
        ({ audience, compressedBytes }) => audience === 'participant' && compressedBytes > 30_000,
      );
      expect(heavy.map(({ moduleCode, locale, compressedBytes }) => [moduleCode, locale, compressedBytes])).toEqual([]);
    },
  );
});
