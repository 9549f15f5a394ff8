import { describe, expect, it } from '@jest/globals';
import { nameIndex, nameSimilarity } from './near-names.rules.js';

describe('names near to a name', () => {
  const syllables = 'ກາ ຂີ ຄູ ງາ ຈັນ ສີ ຊາຍ ຍີ ດາວ ຕຸ້ຍ'.split(' ');
  const names = Array.from({ length: 400 }, (_, n) => [n, n * 3, n * 7, n * n].map((k) => syllables[k % 10]).join(''));

  it.each([0.4, 0.6, 0.85])('are found all, and no others, from a similarity of %d', (least) => {
    const near = nameIndex(names);
    for (const name of [...names.slice(0, 40), 'ກາຂີຄູໃໝ່', 'ບໍ່ມີ', 'x', '']) {
      const expected = names.flatMap((other, index) => (nameSimilarity(name, other) >= least ? [index] : []));
      const found = near(name, least);
      expect(found.map((one) => one.index).sort((a, b) => a - b)).toEqual(expected);
      for (const { index, similarity } of found) expect(similarity).toBeCloseTo(nameSimilarity(name, names[index]!));
    }
  });

  it('measures as pg_trgm does', () => {
    expect(nameSimilarity('word', 'words')).toBeCloseTo(4 / 7);
  });
});
